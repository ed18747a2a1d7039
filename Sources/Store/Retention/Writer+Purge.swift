import Domain

extension Writer {
    /// Entries that one step deletes at most.
    static let purgeBound = 500

    /// Deletes the oldest entries of a conversation that stand before a time; no archive brings them back.
    func purge(_ conversation: ConversationID, before time: Timestamp, limit: Int) throws(StoreError) -> Outcome {
        guard try setPurged(before: time, in: conversation) else { return .unchanged }
        _ = try forgetWaiting(in: conversation, before: time)
        try removeTombstones(before: time, in: conversation)
        let statement = try connection.prepare(
            """
            SELECT id FROM entry WHERE conversation = ? AND sent_at < ? AND id NOT IN (SELECT entry FROM outbox)
                AND (more & ? = 0 OR id NOT IN (SELECT entry FROM errand WHERE state IN (0, 1, 2)))
            ORDER BY sent_at, id LIMIT ?
            """)
        statement.bind(1, conversation.number)
        statement.bind(2, time.microseconds)
        statement.bind(3, EntryBits.errands.rawValue)
        statement.bind(4, Int64(min(max(limit, 1), Self.purgeBound)))
        let entries = try numbers(statement)
        try delete(entries, of: conversation)
        return .removed(entries.count)
    }

    /// Deletes single entries, and remembers their ids, so that no archive brings them back.
    func delete(_ entries: [EntryID]) throws(StoreError) -> Outcome {
        var count = 0
        for (conversation, entries) in try grouped(entries.prefix(Self.purgeBound)) {
            for entry in entries { try bury(entry, of: conversation) }
            try delete(entries, of: conversation)
            count += entries.count
        }
        return .removed(count)
    }

    /// Deletes what is due by a sender's timer or by a rule, as much as one step may, and acts that waited too long or
    /// are as old as what a rule deletes.
    func purgeDue(limit: Int) throws(StoreError) -> Outcome {
        let limit = min(max(limit, 1), Self.purgeBound)
        let due = try connection.prepare("SELECT entry FROM entry_expiry WHERE due_at <= ? ORDER BY due_at LIMIT ?")
        due.bind(1, now.microseconds)
        due.bind(2, Int64(limit))
        var count = try forgetStaleActs()
        if case .removed(let expired) = try delete(try numbers(due).map { EntryID(number: $0) }) { count += expired }
        for (conversation, seconds) in try Reader(connection).ruledConversations() where count < limit {
            let time = now.advanced(byMicroseconds: -seconds * 1_000_000)
            count += try forgetWaiting(in: conversation, before: time)
            guard try Reader(connection).hasEntries(of: conversation, before: time) else { continue }
            if case .removed(let old) = try purge(conversation, before: time, limit: limit - count) { count += old }
        }
        return .removed(count)
    }

    // MARK: Steps

    private func numbers(_ statement: SQLStatement) throws(StoreError) -> [Int64] {
        defer { statement.reset() }
        var numbers: [Int64] = []
        while try statement.step() { numbers.append(statement.integer(0)) }
        return numbers
    }

    private func delete(_ entries: [Int64], of conversation: ConversationID) throws(StoreError) {
        guard !entries.isEmpty else { return }
        try indexTexts()
        for number in entries {
            let entry = EntryID(number: number)
            try unindex(entry)
            try uncount(entry)
            for sql: StaticString in [
                // That it was taken back is told nevertheless.
                "DELETE FROM errand WHERE entry = ? AND (act ->> 'kind' <> 'retract' OR state IN (3, 6))",
                "DELETE FROM entry WHERE id = ?",
            ] {
                let statement = try connection.prepare(sql)
                statement.bind(1, number)
                try statement.run()
            }
        }
        guard let account = try Reader(connection).conversation(conversation)?.account else { return }
        try announce(
            .messagesRemoved, account, conversation,
            payload: EventPayload.removedEntries(entries.map { EntryID(number: $0) }))
    }

    private func grouped(_ entries: ArraySlice<EntryID>) throws(StoreError) -> [(ConversationID, [Int64])] {
        var groups: [Int64: [Int64]] = [:]
        for entry in Set(entries) {
            let statement = try connection.prepare("SELECT conversation FROM entry WHERE id = ?")
            defer { statement.reset() }
            statement.bind(1, entry.number)
            if try statement.step() { groups[statement.integer(0), default: []].append(entry.number) }
        }
        return groups.sorted { $0.key < $1.key }.map { (ConversationID(number: $0.key), $0.value.sorted()) }
    }

    /// False: there is no such conversation.
    private func setPurged(before time: Timestamp, in conversation: ConversationID) throws(StoreError) -> Bool {
        let statement = try connection.prepare(
            "UPDATE conversation SET purged_before = max(ifnull(purged_before, ?2), ?2) WHERE id = ?1")
        statement.bind(1, conversation.number)
        statement.bind(2, time.microseconds)
        try statement.run()
        memory.purged = nil
        return connection.changes > 0
    }
}
