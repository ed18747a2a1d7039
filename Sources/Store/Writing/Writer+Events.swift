import Domain

extension Writer {
    /// Numbers and stores an event.
    func announce(_ event: NewEvent) throws(StoreError) -> Outcome {
        try emit(
            event.kind, event.account, event.conversation, event.entry, payload: event.payload, stored: event.payload)
        return .done
    }

    /// The event of a whole entry, which the log keeps as a reference only.
    func announce(_ kind: EventKind, _ entry: Entry, change: String? = nil) throws(StoreError) {
        try emit(
            kind, entry.account, entry.conversation, entry.id, payload: entry.json(change: change), stored: change)
    }

    /// The event of a conversation's whole state, which the log keeps as a reference as well.
    func announce(_ conversation: Conversation) throws(StoreError) {
        try emit(
            .conversationChanged, conversation.account, conversation.id, nil,
            payload: EventPayload.conversation(conversation), stored: nil)
    }

    func announce(
        _ kind: EventKind, _ account: AccountID?, _ conversation: ConversationID? = nil, _ entry: EntryID? = nil,
        payload: String
    ) throws(StoreError) {
        try emit(kind, account, conversation, entry, payload: payload, stored: payload)
    }

    private func emit(
        _ kind: EventKind, _ account: AccountID?, _ conversation: ConversationID?, _ entry: EntryID?, payload: String,
        stored: String?
    ) throws(StoreError) {
        let number = next(\.event)
        let statement = try connection.prepare(
            """
            INSERT INTO event (number, time, kind, account, conversation, entry, payload) VALUES (?, ?, ?, ?, ?, ?, ?)
            """)
        statement.bind(1, number)
        statement.bind(2, now.microseconds)
        statement.bind(3, kind.description)
        statement.bind(4, account?.description)
        statement.bind(5, conversation?.number)
        statement.bind(6, entry?.number)
        statement.bind(7, stored)
        try statement.run()
        events.append(
            Event(
                number: number, time: now, kind: kind, account: account, conversation: conversation, entry: entry,
                payload: payload))
    }

    /// Removes the oldest events, in bites that do not hold up other work for long.
    func trimEvents(keeping count: Int, since moment: Timestamp?) throws(StoreError) -> Outcome {
        guard let sequence = memory.sequence else { return .unchanged }
        var last = max(sequence.trimmedEvent, sequence.event - Int64(max(count, 1)))
        // The newest stays, and what is removed at once is bounded.
        let bound = min(sequence.event - 1, sequence.trimmedEvent + 5_000)
        if let moment, last < bound { last = max(last, try lastEvent(before: moment, upTo: bound)) }
        last = min(last, bound)
        guard last > sequence.trimmedEvent else { return .unchanged }
        let statement = try connection.prepare("DELETE FROM event WHERE number <= ?")
        statement.bind(1, last)
        try statement.run()
        memory.sequence?.trimmedEvent = last
        return .removed(connection.changes)
    }

    /// The last of those events before which none is younger: a clock that jumped back takes no young ones along.
    private func lastEvent(before moment: Timestamp, upTo bound: Int64) throws(StoreError) -> Int64 {
        let statement = try connection.prepare(
            "SELECT number FROM event WHERE number <= ? AND time >= ? ORDER BY number LIMIT 1")
        defer { statement.reset() }
        statement.bind(1, bound)
        statement.bind(2, moment.microseconds)
        return try statement.step() ? statement.integer(0) - 1 : bound
    }
}
