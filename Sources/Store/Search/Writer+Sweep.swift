import Domain

extension Writer {
    /// Merges pieces of the index until nothing deleted is left in it: so many pages at once.
    ///
    /// A deletion leaves its words in the older pieces until they are merged with the younger one that says they are
    /// gone; this version of SQLite has no other way.
    func sweepSearch(_ pages: Int) throws(StoreError) -> Outcome {
        let stage = try sweepStage()
        guard stage > 0 else { return .unchanged }
        let before = connection.totalChanges
        let statement = try connection.prepare("INSERT INTO search (search, rank) VALUES ('merge', ?)")
        // Negative: all pieces into one, from now on; then on with that.
        statement.bind(1, Int64(min(max(pages, 1), 10_000)) * (stage == 1 ? -1 : 1))
        try statement.run()
        let isDone = connection.totalChanges - before < 2
        let next = try connection.prepare("UPDATE search_state SET stale = ? WHERE id = 1")
        next.bind(1, Int64(isDone && stage == 2 ? 0 : 2))
        try next.run()
        return .done
    }

    private func sweepStage() throws(StoreError) -> Int64 {
        let statement = try connection.prepare("SELECT stale FROM search_state WHERE id = 1")
        defer { statement.reset() }
        return try statement.step() ? statement.integer(0) : 0
    }
}
