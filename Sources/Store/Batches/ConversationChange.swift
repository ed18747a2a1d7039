public import Domain

/// One thing that frontends show of a conversation, or decide about it.
public enum ConversationChange: Hashable, Sendable {
    case setOpen(Bool)
    /// The user has read up to this entry; never moves back.
    case read(upTo: EntryID)
    /// `nil`: there is nothing begun.
    case setDraft(ConversationState.Draft?)
    /// `nil`: everything calls for attention.
    case setMute(ConversationState.Mute?)
    case setPinned(Bool)
}
