/// Whatever stands in a conversation, with its place.
public struct Entry: Hashable, Sendable {
    public let id: EntryID
    public let account: AccountID
    public let conversation: ConversationID
    /// The conversation's peer, bare, in text form.
    public let peer: String
    public var content: EntryContent
    /// What was done to it since; `nil`: nothing.
    public var marks: EntryMarks?

    public init(
        id: EntryID, account: AccountID, conversation: ConversationID, peer: String, content: EntryContent,
        marks: EntryMarks? = nil
    ) {
        self.id = id
        self.account = account
        self.conversation = conversation
        self.peer = peer
        self.content = content
        self.marks = marks
    }
}
