extension Writer {
    /// What a batch would lead to; nothing of it stays.
    func rehearse(_ batch: Batch) -> Result<Committed, StoreError> {
        // Numbers and places that were given only for show must not be remembered.
        defer {
            memory = WriterMemory()
            unindexed = []
            if connection.isInTransaction { try? connection.run("ROLLBACK") }
        }
        do {
            try connection.run("BEGIN IMMEDIATE")
            try loadSequence()
            unindexed = []
            return .success(try apply(batch))
        } catch {
            return .failure(error)
        }
    }
}
