/// An act that the user asks for here: to be done at once, and to be told to the others.
public struct OwnAct: Hashable, Sendable {
    /// A correction, a retraction or a reaction.
    public var kind: Act.Kind
    public var entry: EntryID
    /// The user's bare address in text form.
    public var author: String
    public var time: Timestamp
    /// The `id` and the origin-id of the stanza, never used before.
    public var messageID: String
    /// Whether a session has the entry and may be writing it: then nobody may change what it says.
    public var isHanded: Bool

    public init(
        _ kind: Act.Kind, on entry: EntryID, author: String, time: Timestamp, messageID: String, isHanded: Bool = false
    ) {
        self.kind = kind
        self.entry = entry
        self.author = author
        self.time = time
        self.messageID = messageID
        self.isHanded = isHanded
    }
}
