public import Domain

/// An entry that waits to be sent or acknowledged.
public struct QueuedEntry: Hashable, Sendable {
    public let entry: Entry
    /// How often it was written to a stream.
    public let attempts: Int
}

extension Store {
    /// Entries on a page of the queue at most.
    public static let queueBound = 500

    /// What an account has still to send or to hear of, in the order in which it was queued; the limit is kept within
    /// 1–500.
    /// - Parameter entry: those after this one; `nil`: from the first.
    public func queue(
        of account: AccountID, after entry: EntryID? = nil, limit: Int
    ) async throws(StoreError) -> [QueuedEntry] {
        let limit = min(max(limit, 1), Self.queueBound)
        return try await read { (reader) throws(StoreError) in
            try reader.all(
                """
                SELECT \(EntryRow.columns), o.attempts \(EntryRow.tables) JOIN outbox o ON o.entry = e.id
                WHERE a.name = ? AND o.entry > ? ORDER BY o.entry LIMIT ?
                """,
                {
                    $0.bind(1, account.description)
                    $0.bind(2, entry?.number ?? 0)
                    $0.bind(3, Int64(limit))
                },
                { (row) throws(StoreError) in
                    QueuedEntry(
                        entry: try EntryRow.entry(row, reader), attempts: Int(clamping: row.integer(EntryRow.width)))
                })
        }
    }
}
