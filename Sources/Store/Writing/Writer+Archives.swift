import Domain
import XMPPAddresses

extension Writer {
    /// Replaces what is known of an archive.
    func setArchive(_ scope: ArchiveScope, _ knowledge: ArchiveKnowledge) throws(StoreError) -> Outcome {
        let account = try row(of: scope.account)
        let statement = try connection.prepare(
            "INSERT OR REPLACE INTO archive (account, jid, peer, support) VALUES (?, ?, ?, ?)")
        bind(scope, account, to: statement)
        statement.bind(4, knowledge.support.rawValue)
        try statement.run()
        let removal = try connection.prepare("DELETE FROM archive_span WHERE account = ? AND jid = ? AND peer = ?")
        bind(scope, account, to: removal)
        try removal.run()
        for (position, span) in knowledge.spans.enumerated() {
            try insert(span, Int64(position), scope, account)
        }
        return .done
    }

    func extendArchive(_ scope: ArchiveScope, to place: ArchivePlace) throws(StoreError) -> Outcome {
        let account = try row(of: scope.account)
        let statement = try connection.prepare(
            """
            UPDATE archive_span SET newest_id = ?4, newest_at = ?5
            WHERE account = ?1 AND jid = ?2 AND peer = ?3 AND live = 1 AND NOT EXISTS (
                SELECT 1 FROM outbox o JOIN entry e ON e.id = o.entry
                WHERE o.account = ?1 AND (o.attempts > 0 OR e.state = ?6))
            AND NOT EXISTS (
                SELECT 1 FROM errand r
                WHERE r.account = ?1 AND r.state IN (0, 1, 2) AND (r.attempts > 0 OR r.state = ?6))
            """)
        bind(scope, account, to: statement)
        statement.bind(4, place.id)
        statement.bind(5, place.time.microseconds)
        statement.bind(6, EntryCodes.code(.sent))
        try statement.run()
        return connection.changes > 0 ? .done : .unchanged
    }

    func suspendArchives(_ account: AccountID) throws(StoreError) -> Outcome {
        let statement = try connection.prepare("UPDATE archive_span SET live = 0 WHERE account = ? AND live = 1")
        statement.bind(1, try row(of: account))
        try statement.run()
        return connection.changes > 0 ? .done : .unchanged
    }

    private func insert(
        _ span: ArchiveSpan, _ position: Int64, _ scope: ArchiveScope, _ account: Int64
    ) throws(StoreError) {
        let statement = try connection.prepare("INSERT INTO archive_span VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        bind(scope, account, to: statement)
        statement.bind(4, position)
        statement.bind(5, span.oldest.id)
        statement.bind(6, span.oldest.time.microseconds)
        statement.bind(7, span.newest.id)
        statement.bind(8, span.newest.time.microseconds)
        statement.bind(9, span.reachesBeginning)
        statement.bind(10, span.isLive)
        try statement.run()
    }

    private func bind(_ scope: ArchiveScope, _ account: Int64, to statement: SQLStatement) {
        statement.bind(1, account)
        statement.bind(2, scope.archive.description)
        statement.bind(3, scope.peer?.description ?? "")
    }
}
