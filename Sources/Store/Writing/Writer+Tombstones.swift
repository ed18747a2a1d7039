import Domain

/// What was purged does not come back from an archive.
///
/// Tombstones are few beside entries, and go as soon as all of their time is purged anyway.  Without a rule that deletes
/// what is old they stay: an archive may be read anew from its beginning at any time.
extension Writer {
    /// How much older than everything that is purged a tombstone must be to go: the archive's clock may be ahead of
    /// ours.  One day, in microseconds.
    static let tombstoneMargin: Int64 = 86_400 * 1_000_000

    /// Remembers that an entry was deleted.
    func bury(_ entry: Int64, of conversation: ConversationID) throws(StoreError) {
        guard let content = try Reader(connection).entry(entry)?.content else { return }
        for name in content.names {
            let statement = try connection.prepare(
                "INSERT OR REPLACE INTO tombstone (conversation, id, given_by, time) VALUES (?, ?, ?, ?)")
            statement.bind(1, conversation.number)
            statement.bind(2, name.id)
            statement.bind(3, name.by)
            statement.bind(4, max(now, content.sentAt).microseconds)
            try statement.run()
        }
        try forgetWaiting(for: content.names, in: conversation)
        memory.purged = nil
    }

    /// Removes the tombstones that are not needed any more, since nothing of their time comes back.
    func removeTombstones(before time: Timestamp, in conversation: ConversationID) throws(StoreError) {
        let statement = try connection.prepare("DELETE FROM tombstone WHERE conversation = ? AND time < ?")
        statement.bind(1, conversation.number)
        statement.bind(2, time.advanced(byMicroseconds: -Self.tombstoneMargin).microseconds)
        try statement.run()
        if connection.changes > 0 { memory.purged = nil }
    }

    /// Whether an entry that an archive gives was purged here.
    func isPurged(_ content: EntryContent, in conversation: ConversationID) throws(StoreError) -> Bool {
        guard let purged = try purgedPlaces()[conversation] else { return false }
        if content.sentAt.microseconds < purged.before { return true }
        guard purged.hasTombstones else { return false }
        for name in content.names where try hasTombstone(name, in: conversation) { return true }
        return false
    }

    /// Whether an act is about an entry that was purged here: it has a tombstone, or the act itself is as old as what
    /// went.
    func isPurged(_ names: [StoredName], at time: Timestamp, of target: EntryTarget) throws(StoreError) -> Bool {
        guard try !purgedPlaces().isEmpty else { return false }
        let place = WriterMemory.Place(account: try row(of: target.account), peer: target.peer)
        guard let conversation = try find(place)?.id, let purged = try purgedPlaces()[conversation] else {
            return false
        }
        if time.microseconds < purged.before { return true }
        guard purged.hasTombstones else { return false }
        for name in names where try hasTombstone(name, in: conversation) { return true }
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
