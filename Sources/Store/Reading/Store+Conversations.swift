public import Domain
public import XMPPAddresses

extension Store {
    /// All conversations of all accounts, or of one, in the order in which they were opened.
    public func conversations(of account: AccountID? = nil) async throws(StoreError) -> [Conversation] {
        try await read { (reader) throws(StoreError) in
            try reader.all(
                "\(Reader.conversation) WHERE ?1 IS NULL OR a.name = ?1 ORDER BY c.id",
                { $0.bind(1, account?.description) }, { (row) throws(StoreError) in try reader.conversation(row) })
        }
    }

    /// The conversation with an id; `nil`: there is none.
    public func conversation(_ id: ConversationID) async throws(StoreError) -> Conversation? {
        try await read { (reader) throws(StoreError) in
            try reader.first(
                "\(Reader.conversation) WHERE c.id = ?", { $0.bind(1, id.number) },
                { (row) throws(StoreError) in try reader.conversation(row) })
        }
    }

    /// The conversation with a peer; `nil`: there is none.
    public func conversation(of account: AccountID, with peer: BareJID) async throws(StoreError) -> Conversation? {
        try await read { (reader) throws(StoreError) in
            try reader.first(
                "\(Reader.conversation) WHERE a.name = ? AND c.peer = ?",
                {
                    $0.bind(1, account.description)
                    $0.bind(2, peer.description)
                },
                { (row) throws(StoreError) in try reader.conversation(row) })
        }
    }
}

extension Reader {
    fileprivate static let conversation = """
        SELECT c.id, a.name, c.peer, c.kind, (SELECT max(sent_at) FROM entry e WHERE e.conversation = c.id)
        FROM conversation c JOIN account a ON a.id = c.account
        """

    fileprivate func conversation(_ row: SQLStatement) throws(StoreError) -> Conversation {
        Conversation(
            id: ConversationID(number: row.integer(0)), account: try account(row.text(1)),
            peer: try address(row.text(2)), kind: Conversation.Kind(rawValue: row.text(3)) ?? .chat,
            latest: row.optionalInteger(4).map { Timestamp(microseconds: $0) })
    }
}
