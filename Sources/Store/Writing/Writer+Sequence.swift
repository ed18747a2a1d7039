import Domain

extension Writer {
    /// The last numbers given, from the copy or the database.
    func loadSequence() throws(StoreError) {
        guard memory.sequence == nil else { return }
        let statement = try connection.prepare(
            "SELECT event, entry, conversation, trimmed_event FROM sequence WHERE id = 1")
        defer { statement.reset() }
        guard try statement.step() else { throw StoreError(.damaged, "the row of sequence is missing") }
        let sequence = WriterMemory.Sequence(
            event: statement.integer(0), entry: statement.integer(1), conversation: statement.integer(2),
            trimmedEvent: statement.integer(3))
        memory.sequence = sequence
        memory.savedSequence = sequence
    }

    /// Writes the numbers given in this transaction.
    func saveSequence() throws(StoreError) {
        guard let sequence = memory.sequence, sequence != memory.savedSequence else { return }
        let statement = try connection.prepare(
            "UPDATE sequence SET event = ?, entry = ?, conversation = ?, trimmed_event = ? WHERE id = 1")
        statement.bind(1, sequence.event)
        statement.bind(2, sequence.entry)
        statement.bind(3, sequence.conversation)
        statement.bind(4, sequence.trimmedEvent)
        try statement.run()
        memory.savedSequence = sequence
    }

    /// The next number of a kind; `sequence` is there from the beginning of each transaction.
    func next(_ number: WritableKeyPath<WriterMemory.Sequence, Int64>) -> Int64 {
        guard var sequence = memory.sequence else { preconditionFailure("a number outside of a transaction") }
        sequence[keyPath: number] += 1
        memory.sequence = sequence
        return sequence[keyPath: number]
    }
}
