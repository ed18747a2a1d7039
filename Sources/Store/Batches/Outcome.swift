public import Domain

/// What became of one change.
public enum Outcome: Hashable, Sendable {
    case done
    /// There was nothing to change: no such entry, a step that may not be taken, the same value.
    case unchanged
    case added(EntryID, ConversationID)
    /// The entry was there already; ids it did not have yet were added to it.
    case duplicate(EntryID, ConversationID)
    /// The entry moved on to another state.
    case moved(EntryID, ConversationID)
    case opened(ConversationID)
    /// The act was done to the entry.
    case acted(EntryID, ConversationID)
    /// The act waits for its entry.
    case waiting
    case refused(ActRefusal)
    /// The entry was deleted here before; an archive does not bring it back.
    case purged
    /// So many rows went.
    case removed(Int)
}
