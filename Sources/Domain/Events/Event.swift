/// One numbered change of something a frontend shows.
public struct Event: Hashable, Sendable {
    /// Given in the transaction that made the change: 1, 2, 3 …, never twice.
    public let number: Int64
    public let time: Timestamp
    public let kind: EventKind
    /// `nil`: not about one account.
    public let account: AccountID?
    public let conversation: ConversationID?
    /// The entry it is about; `nil`: not about one.
    public let entry: EntryID?
    /// A JSON object; its keys are documented in `docs/events.md`.
    public let payload: String

    public init(
        number: Int64, time: Timestamp, kind: EventKind, account: AccountID?, conversation: ConversationID?,
        entry: EntryID? = nil, payload: String
    ) {
        self.number = number
        self.time = time
        self.kind = kind
        self.account = account
        self.conversation = conversation
        self.entry = entry
        self.payload = payload
    }
}
