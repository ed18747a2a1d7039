public import Domain

extension Store {
    /// Events on a page at most.
    public static let eventBound = 1_000

    /// The events after a number, of all accounts or of one; the limit is kept within 1–1,000.
    ///
    /// An event about a whole entry shows it as it is now; when it is gone, its payload says `"removed":true`.  One
    /// about the state of a conversation shows that as it is now.
    public func events(
        since number: Int64, limit: Int, account: AccountID? = nil
    ) async throws(StoreError) -> EventPage {
        let limit = min(max(limit, 1), Self.eventBound)
        return try await read { (reader) throws(StoreError) in
            let bounds = try reader.first(
                "SELECT trimmed_event + 1, event FROM sequence WHERE id = 1", { _ in },
                { ($0.integer(0), $0.integer(1)) })
            let events = try reader.all(
                """
                SELECT number, time, kind, account, conversation, entry, payload FROM event
                WHERE number > ?1 AND (?3 IS NULL OR account = ?3) ORDER BY number LIMIT ?2
                """,
                { statement in
                    statement.bind(1, number)
                    statement.bind(2, Int64(limit))
                    statement.bind(3, account?.description)
                }, { (row) throws(StoreError) in try reader.event(row) })
            return EventPage(events: events, oldest: bounds?.0 ?? 1, newest: bounds?.1 ?? 0)
        }
    }

    /// Removes old events until at most so many are left and none is older than the moment; returns how many went.
    ///
    /// Goes in bites, so that other writers get their turn.  The newest event always stays.
    @discardableResult
    public func trimEvents(keeping count: Int, since moment: Timestamp? = nil) async throws(StoreError) -> Int {
        var removed = 0
        while true {
            let committed = try await commit(Batch([.trimEvents(keeping: count, since: moment)]))
            guard case .removed(let rows)? = committed.outcomes.first else { return removed }
            removed += rows
        }
    }
}

extension Reader {
    fileprivate func event(_ row: SQLStatement) throws(StoreError) -> Event {
        let account: AccountID? = if let text = row.optionalText(3) { try self.account(text) } else { nil }
        let entry = row.optionalInteger(5).map { EntryID(number: $0) }
        let kind = EventKind(row.text(2))
        let stored = row.optionalText(6)
        let conversation = row.optionalInteger(4).map { ConversationID(number: $0) }
        // Of a changed entry the log keeps what was done to it.
        let isWhole = stored == nil || kind == .messageChanged && entry != nil
        let payload: String =
            if kind == .conversationChanged, let conversation {
                try self.payload(of: conversation)
            } else if isWhole {
                try self.payload(of: entry, change: stored)
            } else {
                stored ?? "{}"
            }
        return Event(
            number: row.integer(0), time: Timestamp(microseconds: row.integer(1)), kind: kind,
            account: account, conversation: conversation, entry: entry, payload: payload)
    }

    private func payload(of id: ConversationID) throws(StoreError) -> String {
        try conversation(id).map { EventPayload.conversation($0) } ?? "{}"
    }

    private func payload(of id: EntryID?, change: String?) throws(StoreError) -> String {
        guard let id else { return "{}" }
        return try entry(id.number)?.json(change: change) ?? EventPayload.removedEntry(id)
    }
}
