public import Domain
public import XMPPAddresses

/// What the user's devices tell each other about reading (XEP-0490).
extension Store {
    /// Entries before the place that was read which are looked at.
    private static let displayedBound: Int64 = 200

    /// The last received entry, up to where the user has read, that this archive gave an id; `nil`: none among the last
    /// 200, or nothing was read.
    public func displayed(
        in conversation: ConversationID, by archive: BareJID
    ) async throws(StoreError) -> ConversationState.Place? {
        try await read { (reader) throws(StoreError) in
            try reader.first(
                """
                SELECT r.id, r.sent_at, CASE WHEN r.stanza_by = ?2 THEN r.stanza_id ELSE x.stanza_id END AS given FROM (
                    SELECT e.id, e.sent_at, e.direction, e.stanza_id, e.stanza_by
                    FROM conversation c JOIN entry e ON e.conversation = c.id
                    WHERE c.id = ?1 AND (e.sent_at, e.id) <= (c.read_at, c.read_entry)
                    ORDER BY e.sent_at DESC, e.id DESC LIMIT ?3
                ) r LEFT JOIN entry_stanza_id x ON x.entry = r.id AND x.stanza_by = ?2
                WHERE r.direction = 0 AND given IS NOT NULL ORDER BY r.sent_at DESC, r.id DESC LIMIT 1
                """,
                {
                    $0.bind(1, conversation.number)
                    $0.bind(2, archive.description)
                    $0.bind(3, Self.displayedBound)
                },
                { row in
                    ConversationState.Place(
                        entry: EntryID(number: row.integer(0)), time: Timestamp(microseconds: row.integer(1)),
                        archiveID: StanzaReference(id: row.text(2), by: archive.description))
                })
        }
    }

    /// Where the entry with this id stands; `nil`: it is not here.
    public func place(
        of reference: StanzaReference, in conversation: ConversationID
    ) async throws(StoreError) -> ConversationState.Place? {
        try await read { (reader) throws(StoreError) in
            try reader.first(
                """
                SELECT id, sent_at FROM entry WHERE conversation = ?1 AND stanza_id = ?2 AND stanza_by = ?3
                UNION ALL SELECT e.id, e.sent_at FROM entry_stanza_id x JOIN entry e ON e.id = x.entry
                    WHERE x.conversation = ?1 AND x.stanza_id = ?2 AND x.stanza_by = ?3
                LIMIT 1
                """,
                {
                    $0.bind(1, conversation.number)
                    $0.bind(2, reference.id)
                    $0.bind(3, reference.by)
                },
                { row in
                    ConversationState.Place(
                        entry: EntryID(number: row.integer(0)), time: Timestamp(microseconds: row.integer(1)),
                        archiveID: reference)
                })
        }
    }
}
