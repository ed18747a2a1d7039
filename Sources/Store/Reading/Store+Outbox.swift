public import Domain

extension Store {
    /// What an account has still to send, messages and errands, in the order in which they were asked for.
    ///
    /// The order of those that were written is that of their numbers on the stream as well, as long as they are written
    /// in this order.
    public func outbox(of account: AccountID) async throws(StoreError) -> [OutboxRow] {
        try await read { (reader) throws(StoreError) in
            try reader.outbox(
                of: account, messages: "ORDER BY o.entry", errands: "AND o.state IN (0, 1, 2) ORDER BY o.id"
            ) { _ in }
        }
    }

    /// What has still to be written to a stream, in order: at most `limit` rows after one, or from the start.
    ///
    /// What is held keeps back whatever comes after it in its conversation; what has failed does not.
    public func unwritten(
        of account: AccountID, after row: EntryID?, limit: Int
    ) async throws(StoreError) -> [OutboxRow] {
        let rows = try await read { (reader) throws(StoreError) in
            try reader.outbox(
                of: account,
                messages: """
                    AND o.entry > ?2 AND e.state = 0 AND \(Reader.isFree("e.conversation", "o.entry"))
                    ORDER BY o.entry LIMIT ?3
                    """,
                errands: """
                    AND o.id > ?2 AND o.state = 0 AND \(Reader.isFree("o.conversation", "o.id"))
                    ORDER BY o.id LIMIT ?3
                    """
            ) {
                $0.bind(2, row?.number ?? 0)
                $0.bind(3, Int64(limit))
            }
        }
        return Array(rows.prefix(max(limit, 0)))
    }

    /// How much an account has still to send or to hear of.
    public func outboxCount(of account: AccountID) async throws(StoreError) -> Int {
        try await read { (reader) throws(StoreError) in
            let count = try reader.first(
                """
                SELECT (SELECT count(*) FROM outbox o WHERE o.account = a.id)
                    + (SELECT count(*) FROM errand o WHERE o.account = a.id AND o.state IN (0, 1, 2))
                FROM account a WHERE a.name = ?
                """, { $0.bind(1, account.description) }, { $0.integer(0) })
            return Int(clamping: count ?? 0)
        }
    }

    /// The row of the outbox with this name, a failed errand's too; `nil`: it has none.
    public func errand(_ id: EntryID) async throws(StoreError) -> Errand? {
        try await read { (reader) throws(StoreError) in
            try reader.first(
                "SELECT \(ErrandRow.columns) \(ErrandRow.tables) WHERE o.id = ?", { $0.bind(1, id.number) },
                { (row) throws(StoreError) in try ErrandRow.errand(row, reader) })
        }
    }
}

extension Reader {
    /// That nothing held stands before a row in its conversation.
    fileprivate static func isFree(_ conversation: String, _ id: String) -> String {
        """
        NOT EXISTS (SELECT 1 FROM entry h WHERE h.conversation = \(conversation) AND h.state = 1 AND h.id < \(id))
            AND NOT EXISTS (SELECT 1 FROM errand h
                WHERE h.conversation = \(conversation) AND h.state = 1 AND h.id < \(id))
        """
    }

    /// Both kinds of rows under their conditions, each in the order of numbers, put together in that order.
    func outbox(
        of account: AccountID, messages: String, errands: String, _ bind: (SQLStatement) -> Void
    ) throws(StoreError) -> [OutboxRow] {
        let messages = try all(
            """
            SELECT \(EntryRow.columns), o.recipient, o.sequence, o.attempts, o.sealed_stanza
            \(EntryRow.tables) JOIN outbox o ON o.entry = e.id WHERE a.name = ?1 \(messages)
            """,
            {
                $0.bind(1, account.description)
                bind($0)
            },
            { (row) throws(StoreError) in
                self.row(.message(try EntryRow.entry(row, self)), row, EntryRow.width)
            })
        let errands = try all(
            """
            SELECT \(ErrandRow.columns), o.recipient, o.sequence, o.attempts, o.sealed_stanza
            \(ErrandRow.tables) WHERE a.name = ?1 \(errands)
            """,
            {
                $0.bind(1, account.description)
                bind($0)
            },
            { (row) throws(StoreError) in
                self.row(.errand(try ErrandRow.errand(row, self)), row, ErrandRow.width)
            })
        guard !errands.isEmpty else { return messages }
        return (messages + errands).sorted { $0.id.number < $1.id.number }
    }

    private func row(_ item: OutboxRow.Item, _ row: SQLStatement, _ width: Int32) -> OutboxRow {
        OutboxRow(
            item: item, recipient: row.text(width),
            sequence: row.optionalInteger(width + 1).map { UInt32(truncatingIfNeeded: $0) },
            attempts: Int(clamping: row.integer(width + 2)), sealedStanza: row.optionalBytes(width + 3))
    }
}
