public import Domain

extension Store {
    /// Entries looked at for one that wants a marker.
    static let markableBound: Int64 = 200

    /// The newest incoming entry whose author wants to hear that it was seen, no newer than `entry`; looks back some
    /// 200 entries.  `nil`: there is none.
    public func lastMarkable(
        in conversation: ConversationID, upTo entry: EntryID
    ) async throws(StoreError) -> Entry? {
        let number = try await read { reader throws(StoreError) in
            try reader.first(
                """
                SELECT id FROM (
                    SELECT id, sent_at, direction, more FROM entry
                    WHERE conversation = ?1 AND (sent_at, id) <=
                        (SELECT sent_at, id FROM entry WHERE id = ?2 AND conversation = ?1)
                    ORDER BY sent_at DESC, id DESC LIMIT ?3)
                WHERE direction = 0 AND more & ?4 <> 0 ORDER BY sent_at DESC, id DESC LIMIT 1
                """,
                {
                    $0.bind(1, conversation.number)
                    $0.bind(2, entry.number)
                    $0.bind(3, Self.markableBound)
                    $0.bind(4, EntryBits.markable.rawValue)
                }, { $0.integer(0) })
        }
        guard let number else { return nil }
        return try await self.entry(EntryID(number: number))
    }
}
