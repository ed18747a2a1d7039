public import Domain

extension Store {
    /// What an account has still to send, in the order in which it was queued.
    ///
    /// The order of those that were written is that of their numbers on the stream as well, as long as they are written
    /// in this order.
    public func outbox(of account: AccountID) async throws(StoreError) -> [OutboxRow] {
        try await read { (reader) throws(StoreError) in
            try reader.all(
                "\(Reader.outbox) ORDER BY o.entry", { $0.bind(1, account.description) },
                { (row) throws(StoreError) in try reader.outboxRow(row) })
        }
    }

    /// What has still to be written to a stream, in order: at most `limit` rows after an entry, or from the start.
    public func unwritten(
        of account: AccountID, after entry: EntryID?, limit: Int
    ) async throws(StoreError) -> [OutboxRow] {
        try await read { (reader) throws(StoreError) in
            try reader.all(
                "\(Reader.outbox) AND o.entry > ? AND e.state = ? ORDER BY o.entry LIMIT ?",
                {
                    $0.bind(1, account.description)
                    $0.bind(2, entry?.number ?? 0)
                    $0.bind(3, EntryCodes.code(.queued))
                    $0.bind(4, Int64(limit))
                }, { (row) throws(StoreError) in try reader.outboxRow(row) })
        }
    }

    /// How many entries an account has still to send or to hear of.
    public func outboxCount(of account: AccountID) async throws(StoreError) -> Int {
        try await read { (reader) throws(StoreError) in
            let count = try reader.first(
                "SELECT count(*) FROM outbox o JOIN account a ON a.id = o.account WHERE a.name = ?",
                { $0.bind(1, account.description) }, { $0.integer(0) })
            return Int(clamping: count ?? 0)
        }
    }
}

extension Reader {
    fileprivate static let outbox = """
        SELECT \(EntryRow.columns), o.recipient, o.sequence, o.attempts, o.sealed_stanza
        \(EntryRow.tables) JOIN outbox o ON o.entry = e.id WHERE a.name = ?
        """

    fileprivate func outboxRow(_ row: SQLStatement) throws(StoreError) -> OutboxRow {
        let width = EntryRow.width
        return OutboxRow(
            entry: try EntryRow.entry(row, self), recipient: row.text(width),
            sequence: row.optionalInteger(width + 1).map { UInt32(truncatingIfNeeded: $0) },
            attempts: Int(clamping: row.integer(width + 2)), sealedStanza: row.optionalBytes(width + 3))
    }
}
