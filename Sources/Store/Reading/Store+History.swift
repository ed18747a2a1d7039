public import Domain

extension Store {
    /// Entries on a page of history at most.
    public static let historyBound = 500

    /// A page of a conversation's history in the order of `sentAt`; the limit is kept within 1–500.
    ///
    /// A conversation that does not exist has no entries.
    public func history(
        of conversation: ConversationID, _ range: HistoryRange, limit: Int
    ) async throws(StoreError) -> HistoryPage {
        let limit = min(max(limit, 1), Self.historyBound)
        return try await read { (reader) throws(StoreError) in
            // One more than asked for tells whether there is more.
            let found = try reader.all(
                range.sql, { range.bind($0, conversation, limit + 1) },
                { (row) throws(StoreError) in
                    try EntryRow.entry(row, reader)
                })
            return range.page(of: found, limit: limit)
        }
    }

    /// The entry with an id; `nil`: there is none.
    public func entry(_ id: EntryID) async throws(StoreError) -> Entry? {
        try await read { (reader) throws(StoreError) in try reader.entry(id.number) }
    }

    /// The entry that was stored last, in whatever conversation; `nil`: there is none.
    public func lastEntry() async throws(StoreError) -> EntryID? {
        try await read { (reader) throws(StoreError) in
            let found = try reader.first(
                "SELECT id FROM entry WHERE id > 0 ORDER BY id DESC LIMIT 1", { _ in }, { $0.integer(0) })
            return found.map(EntryID.init(number:))
        }
    }

    /// The newest entry of a conversation that has this id as message id, origin-id or stanza-id, whoever gave it, or
    /// that a stanza with this id corrected; the caller looks at author and direction.
    public func entry(in conversation: ConversationID, withAnyID id: String) async throws(StoreError) -> Entry? {
        try await read { (reader) throws(StoreError) in
            guard let found = try reader.entry(in: conversation, withAnyID: id) else { return nil }
            return try reader.entry(found.number)
        }
    }
}

extension Reader {
    func entry(in conversation: ConversationID, withAnyID id: String) throws(StoreError) -> EntryID? {
        let number = try first(
            """
            SELECT max(id) FROM (
                SELECT id FROM entry WHERE conversation = ?1 AND message_id = ?2
                UNION ALL SELECT id FROM entry WHERE conversation = ?1 AND origin_id = ?2
                    AND origin_id IS NOT NULL AND origin_id IS NOT message_id
                UNION ALL SELECT id FROM entry WHERE conversation = ?1 AND stanza_id = ?2
                UNION ALL SELECT entry FROM entry_stanza_id WHERE conversation = ?1 AND stanza_id = ?2
                UNION ALL SELECT entry FROM entry_alias WHERE conversation = ?1 AND id = ?2)
            """,
            {
                $0.bind(1, conversation.number)
                $0.bind(2, id)
            }, { $0.optionalInteger(0) })
        return (number ?? nil).map { EntryID(number: $0) }
    }

    func entry(_ number: Int64) throws(StoreError) -> Entry? {
        try first(
            "\(EntryRow.select) WHERE e.id = ?", { $0.bind(1, number) },
            { (row) throws(StoreError) in try EntryRow.entry(row, self) })
    }
}
