import Domain

/// What was purged does not come back from an archive.
extension Writer {
    /// Whether an entry that an archive gives was purged here.
    func isPurged(_ content: EntryContent, in conversation: ConversationID) throws(StoreError) -> Bool {
        guard let purged = try purgedPlaces()[conversation] else { return false }
        if content.sentAt.microseconds < purged.before { return true }
        guard purged.hasTombstones else { return false }
        for name in content.names where try hasTombstone(name, in: conversation) { return true }
        return false
    }

    private func hasTombstone(_ name: StoredName, in conversation: ConversationID) throws(StoreError) -> Bool {
        let statement = try connection.prepare(
            "SELECT 1 FROM tombstone WHERE conversation = ? AND id = ? AND given_by = ?")
        defer { statement.reset() }
        statement.bind(1, conversation.number)
        statement.bind(2, name.id)
        statement.bind(3, name.by)
        return try statement.step()
    }

    private func purgedPlaces() throws(StoreError) -> [ConversationID: WriterMemory.Purged] {
        if let known = memory.purged { return known }
        let statement = try connection.prepare(
            """
            SELECT id, ifnull(purged_before, ?), EXISTS (SELECT 1 FROM tombstone t WHERE t.conversation = c.id)
            FROM conversation c
            """)
        defer { statement.reset() }
        statement.bind(1, Int64.min)
        var places: [ConversationID: WriterMemory.Purged] = [:]
        while try statement.step() {
            guard statement.integer(1) != .min || statement.bool(2) else { continue }
            places[ConversationID(number: statement.integer(0))] = .init(
                before: statement.integer(1), hasTombstones: statement.bool(2))
        }
        memory.purged = places
        return places
    }
}
