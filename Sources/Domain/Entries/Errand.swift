/// An act of the user's that has still to reach the others: it stands in the outbox as a message does.
///
/// The act itself is done here already; the errand is what has to be said about it.
public struct Errand: Hashable, Sendable {
    /// Its own name, among those of entries: numbers of both tell what was asked for first.
    public let id: EntryID
    public let account: AccountID
    public let conversation: ConversationID
    /// The conversation's peer, bare, in text form.
    public let peer: String
    /// The entry it is about.  A retraction outlives it.
    public let entry: EntryID
    /// A correction with all it says, a retraction or a reaction.
    public let act: Act.Kind
    /// What the others call the entry.
    public let target: String
    /// The `id` and the origin-id of its stanza, at each attempt the same.
    public let messageID: String
    /// What kind of message brings it, and its thread: those of the entry (XEP-0308 §4).
    public let kind: EntryKind
    public let thread: String?
    public let threadParent: String?
    public let madeAt: Timestamp
    /// Never further than `on-server`: whoever gets it does not say so.
    public var state: EntryState

    public init(
        id: EntryID, account: AccountID, conversation: ConversationID, peer: String, entry: EntryID, act: Act.Kind,
        target: String, messageID: String, kind: EntryKind = .chat, thread: String? = nil, threadParent: String? = nil,
        madeAt: Timestamp, state: EntryState = .queued
    ) {
        self.id = id
        self.account = account
        self.conversation = conversation
        self.peer = peer
        self.entry = entry
        self.act = act
        self.target = target
        self.messageID = messageID
        self.kind = kind
        self.thread = thread
        self.threadParent = threadParent
        self.madeAt = madeAt
        self.state = state
    }
}
