public import Domain

extension Store {
    /// Rows on a page of the queue at most.
    public static let queueBound = 500

    /// What an account has still to send or to hear of, messages and errands, in the order in which it was asked for;
    /// the limit is kept within 1–500.
    /// - Parameter row: those after this one; `nil`: from the first.
    public func queue(
        of account: AccountID, after row: EntryID? = nil, limit: Int
    ) async throws(StoreError) -> [OutboxRow] {
        let limit = min(max(limit, 1), Self.queueBound)
        let rows = try await read { (reader) throws(StoreError) in
            try reader.outbox(
                of: account, messages: "AND o.entry > ?2 ORDER BY o.entry LIMIT ?3",
                errands: "AND o.id > ?2 AND o.state IN (0, 1, 2) ORDER BY o.id LIMIT ?3"
            ) {
                $0.bind(2, row?.number ?? 0)
                $0.bind(3, Int64(limit))
            }
        }
        return Array(rows.prefix(limit))
    }
}
