public import Domain
public import XMPPAddresses

/// An entry to be stored, with the conversation it belongs to; the conversation is opened when it is not there.
public struct NewEntry: Hashable, Sendable {
    /// When an entry counts as one that is there already.
    public enum Twin: Hashable, Sendable {
        /// One of its stanza-ids is known in the conversation (XEP-0359 §5).
        case byArchive
        /// That, or the same sender used the same origin-id; where one of the two has none, the same message id with
        /// the same text.  Never the message id alone.
        case byArchiveOrSender
        /// Or it stands at the same time with the same message id; where it has none, with the same text.
        case byPlace
    }

    /// How an entry gets here.
    public enum Origin: Hashable, Sendable {
        /// It was just sent.
        case live
        /// An archive had it: what was purged stays purged.
        case archive
        /// The user brings it back.
        case imported
    }

    public var account: AccountID
    public var peer: BareJID
    /// For a conversation that is not there yet.
    public var conversationKind: Conversation.Kind
    public var content: EntryContent
    public var twin: Twin
    public var origin: Origin
    /// Whether the user has still to read it, when it is incoming and stands after what was read.
    public var countsAsUnread: Bool
    /// The last entry that was here when this one could not be known yet: who had read up to there, or less, has not
    /// read this one, whatever the clocks say; `nil`: its time tells.
    public var follows: EntryID?

    public init(
        account: AccountID, peer: BareJID, conversationKind: Conversation.Kind = .chat, content: EntryContent,
        twin: Twin = .byArchive, origin: Origin = .live, countsAsUnread: Bool = true
    ) {
        self.account = account
        self.peer = peer
        self.conversationKind = conversationKind
        self.content = content
        self.twin = twin
        self.origin = origin
        self.countsAsUnread = countsAsUnread
    }
}
