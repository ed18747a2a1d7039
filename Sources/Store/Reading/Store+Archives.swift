public import Domain
import XMPPAddresses

extension Store {
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
