import Domain

/// Keeping the search index in step.  It has no copy of the texts: what is to be removed is named word for word, so it
/// is removed before its entry changes.
extension Writer {
    /// Has the entry's text indexed at the end of the transaction.
    func index(_ entry: Entry) {
        guard let row = SearchRow(entry) else { return }
        unindexed.append(row)
    }

    /// Puts what waits into the index, in the order of keys: out of order, each would be a piece of its own.
    func indexTexts() throws(StoreError) {
        guard !unindexed.isEmpty else { return }
        if unindexed.count > 1 { unindexed.sort { $0.key < $1.key } }
        for row in unindexed {
            let statement = try connection.prepare(
                "INSERT INTO search (rowid, text, further, place) VALUES (?, ?, ?, ?)")
            statement.bind(1, row.key)
            statement.bind(2, row.text)
            statement.bind(3, row.further)
            statement.bind(4, "c\(row.conversation.number)")
            try statement.run()
        }
        unindexed.removeAll(keepingCapacity: true)
    }

    /// Takes all entries of an account out of the index.
    func unindexAll(of account: Int64) throws(StoreError) {
        try indexTexts()
        let statement = try connection.prepare(
            """
            INSERT INTO search (search, rowid, text, further, place)
            SELECT 'delete', (min(max(sent_at / 1000000, 0), 4294967295) << 31) | (entry & 2147483647), text, further,
                'c' || conversation
            FROM search_source WHERE conversation IN (SELECT id FROM conversation WHERE account = ?)
                AND (text IS NOT NULL OR further IS NOT NULL)
            """)
        statement.bind(1, account)
        try statement.run()
        try connection.run("UPDATE search_state SET stale = 1 WHERE id = 1 AND stale = 0")
    }

    /// Takes an entry out of the index.  What its words leave in older pieces of the index is cleaned away by `sweep`.
    func unindex(_ entry: EntryID) throws(StoreError) {
        if let waiting = unindexed.firstIndex(where: { $0.entry == entry }) {
            unindexed.remove(at: waiting)
            return
        }
        let statement = try connection.prepare(
            """
            INSERT INTO search (search, rowid, text, further, place)
            SELECT 'delete', (min(max(sent_at / 1000000, 0), 4294967295) << 31) | (entry & 2147483647), text, further,
                'c' || conversation
            FROM search_source WHERE entry = ? AND (text IS NOT NULL OR further IS NOT NULL)
            """)
        statement.bind(1, entry.number)
        try statement.run()
        try connection.run("UPDATE search_state SET stale = 1 WHERE id = 1 AND stale = 0")
    }
}
