import Domain

extension Writer {
    /// Entries that one marker moves on at most.
    static let displayBound: Int64 = 200
    /// Readers of a conversation remembered at most.
    static let readerBound: Int64 = 1_000

    /// Somebody has seen an entry and all before it; the user, elsewhere: read it (XEP-0333 §5).
    func display(
        _ subject: ActSubject, _ act: Act, in conversation: WriterMemory.KnownConversation
    ) throws(StoreError) -> Outcome {
        guard act.direction == .incoming else {
            let outcome = try read(conversation.id, upTo: subject.id)
            return outcome == .done ? .acted(subject.id, conversation.id) : outcome
        }
        guard let place = try place(of: subject.id, in: conversation.id) else { return .unchanged }
        guard try moveReader(act.actor(in: conversation.kind), to: place, in: conversation.id) else {
            return .unchanged
        }
        try announce(
            .conversationReader, act.target.account, conversation.id, subject.id,
            payload: EventPayload.reader(act.actor(in: conversation.kind), subject.id, at: place.time))
        if conversation.kind != .room {
            for entry in try shown(upTo: place, in: conversation.id) { _ = try setState(entry, .displayed) }
        }
        return .acted(subject.id, conversation.id)
    }

    /// Markers only move forward.
    private func moveReader(
        _ reader: String, to place: ConversationTouch.Place, in conversation: ConversationID
    ) throws(StoreError) -> Bool {
        let statement = try connection.prepare(
            """
            INSERT INTO conversation_reader (conversation, reader, entry, time) VALUES (?1, ?2, ?3, ?4)
            ON CONFLICT (conversation, reader) DO UPDATE SET entry = ?3, time = ?4 WHERE (time, entry) < (?4, ?3)
            """)
        statement.bind(1, conversation.number)
        statement.bind(2, reader)
        statement.bind(3, place.entry)
        statement.bind(4, place.time)
        try statement.run()
        guard connection.changes > 0 else { return false }
        let bound = try connection.prepare(
            """
            DELETE FROM conversation_reader WHERE conversation = ?1 AND reader IN (
                SELECT reader FROM conversation_reader WHERE conversation = ?1
                ORDER BY time DESC, reader LIMIT -1 OFFSET ?2)
            """)
        bound.bind(1, conversation.number)
        bound.bind(2, Self.readerBound)
        try bound.run()
        return true
    }

    /// The outgoing entries up to a place that were not seen before, oldest first.
    private func shown(
        upTo place: ConversationTouch.Place, in conversation: ConversationID
    ) throws(StoreError) -> [EntryID] {
        let statement = try connection.prepare(
            """
            SELECT id, state FROM entry WHERE conversation = ? AND (sent_at, id) <= (?, ?) AND direction = 1
            ORDER BY sent_at DESC, id DESC LIMIT ?
            """)
        defer { statement.reset() }
        statement.bind(1, conversation.number)
        statement.bind(2, place.time)
        statement.bind(3, place.entry)
        statement.bind(4, Self.displayBound)
        var entries: [EntryID] = []
        while try statement.step(), statement.optionalInteger(1) != EntryCodes.code(.displayed) {
            // What still waits or failed did not go out with the others.
            let isOut = [.sent, .onServer, .delivered].contains { statement.integer(1) == EntryCodes.code($0) }
            if isOut || statement.integer(0) == place.entry {
                entries.append(EntryID(number: statement.integer(0)))
            }
        }
        return entries.reversed()
    }
}
