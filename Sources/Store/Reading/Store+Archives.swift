public import Domain
import XMPPAddresses

extension Store {
    /// The archive's id of the oldest of a conversation's entries from a time on that have one; `nil`: none of the first
    /// thousand has.
    public func oldestArchived(
        in conversation: ConversationID, by archive: String, since time: Timestamp
    ) async throws(StoreError) -> String? {
        try await read { (reader) throws(StoreError) in
            try reader.first(
                """
                SELECT stanza_id FROM (
                    SELECT stanza_id, stanza_by, sent_at, id FROM entry
                    WHERE conversation = ?1 AND sent_at >= ?2 ORDER BY sent_at, id LIMIT 1000)
                WHERE stanza_by = ?3 ORDER BY sent_at, id LIMIT 1
                """,
                {
                    $0.bind(1, conversation.number)
                    $0.bind(2, time.microseconds)
                    $0.bind(3, archive)
                }, { $0.text(0) })
        }
    }

    /// What is known of an archive; nothing, when nobody asked it yet.
    public func archive(_ scope: ArchiveScope) async throws(StoreError) -> ArchiveKnowledge {
        try await read { (reader) throws(StoreError) in
            let bind = { (statement: SQLStatement) in
                statement.bind(1, scope.account.description)
                statement.bind(2, scope.archive.description)
                statement.bind(3, scope.peer?.description ?? "")
            }
            let support = try reader.first(
                """
                SELECT s.support FROM archive s JOIN account a ON a.id = s.account
                WHERE a.name = ? AND s.jid = ? AND s.peer = ?
                """, bind, { ArchiveKnowledge.Support(rawValue: $0.text(0)) ?? .unknown })
            let spans = try reader.all(
                """
                SELECT s.oldest_id, s.oldest_at, s.newest_id, s.newest_at, s.reaches_beginning, s.live
                FROM archive_span s JOIN account a ON a.id = s.account
                WHERE a.name = ? AND s.jid = ? AND s.peer = ? ORDER BY s.position
                """, bind,
                {
                    ArchiveSpan(
                        oldest: ArchivePlace(id: $0.text(0), time: Timestamp(microseconds: $0.integer(1))),
                        newest: ArchivePlace(id: $0.text(2), time: Timestamp(microseconds: $0.integer(3))),
                        reachesBeginning: $0.bool(4), isLive: $0.bool(5))
                })
            return ArchiveKnowledge(spans: spans, support: support ?? .unknown)
        }
    }
}
