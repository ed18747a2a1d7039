public import Domain

/// An event to be numbered, for changes the store does not announce by itself.
public struct NewEvent: Hashable, Sendable {
    public var kind: EventKind
    public var account: AccountID?
    public var conversation: ConversationID?
    public var entry: EntryID?
    /// A JSON object.
    public var payload: String

    public init(
        _ kind: EventKind, account: AccountID? = nil, conversation: ConversationID? = nil, entry: EntryID? = nil,
        payload: String
    ) {
        self.kind = kind
        self.account = account
        self.conversation = conversation
        self.entry = entry
        self.payload = payload
    }
}
