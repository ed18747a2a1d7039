import Domain
import XMPPAddresses

extension Writer {
    /// Stores an outgoing entry together with its row in the outbox.
    func send(_ new: NewEntry, to recipient: String, sealedStanza: [UInt8]?) throws(StoreError) -> Outcome {
        var new = new
        new.content.state = new.content.state ?? .queued
        let outcome = try add(new)
        guard case .added(let entry, _) = outcome else { return outcome }
        if recipient != new.peer.description { try setRecipient(recipient, of: entry) }
        try queue(entry, try row(of: new.account), recipient, sealedStanza)
        return outcome
    }

    /// Notes that something was written, and announces it when it was not `sent` before.
    func written(_ id: EntryID, sequence: UInt32) throws(StoreError) -> Outcome {
        for sql: StaticString in [
            "UPDATE outbox SET sequence = ?, attempts = attempts + 1 WHERE entry = ?",
            "UPDATE errand SET sequence = ?, attempts = attempts + 1 WHERE id = ? AND state IN (0, 1, 2)",
        ] {
            let statement = try connection.prepare(sql)
            statement.bind(1, Int64(sequence))
            statement.bind(2, id.number)
            try statement.run()
            guard connection.changes > 0 else { continue }
            let outcome = try setState(id, .sent)
            return outcome == .unchanged ? .done : outcome
        }
        return .unchanged
    }

    /// Puts all that was written and not acknowledged back, in one go.
    func requeue(_ account: AccountID) throws(StoreError) -> Outcome {
        try putBack(account, .queued)
    }

    /// The stream is lost for good, and there is an archive to ask: what was written waits for its answer.
    func awaitArchive(_ account: AccountID) throws(StoreError) -> Outcome {
        try putBack(account, .held(.archiveCheck))
    }

    private func putBack(_ account: AccountID, _ state: EntryState) throws(StoreError) -> Outcome {
        let account = try row(of: account)
        for entry in try writtenEntries(of: account) {
            let statement = try connection.prepare(
                "UPDATE outbox SET sequence = NULL, attempts = max(attempts, 1) WHERE entry = ?")
            statement.bind(1, entry.number)
            try statement.run()
            // Its text is gone: it is not sent again, and its retraction follows.
            _ = try setState(entry, try isRetracted(entry) ? .failed(.cancelled) : state)
        }
        for errand in try writtenErrands(of: account) { _ = try setErrandState(errand, state) }
        return .done
    }

    /// Makes a row in the outbox, or leaves the one that is there.
    func queue(
        _ entry: EntryID, _ account: Int64, _ recipient: String, _ sealedStanza: [UInt8]? = nil, attempts: Int64 = 0
    ) throws(StoreError) {
        let statement = try connection.prepare(
            """
            INSERT OR IGNORE INTO outbox (entry, account, recipient, sequence, attempts, sealed_stanza)
            VALUES (?, ?, ?, NULL, ?, ?)
            """)
        statement.bind(1, entry.number)
        statement.bind(2, account)
        statement.bind(3, recipient)
        statement.bind(4, attempts)
        statement.bind(5, sealedStanza)
        try statement.run()
    }

    func unqueue(_ entry: EntryID) throws(StoreError) {
        let statement = try connection.prepare("DELETE FROM outbox WHERE entry = ?")
        statement.bind(1, entry.number)
        try statement.run()
    }

    /// Whether an entry waits that no stream has ever had.
    func hasUnwrittenRow(_ entry: EntryID) throws(StoreError) -> Bool {
        let statement = try connection.prepare(
            "SELECT 1 FROM outbox WHERE entry = ? AND attempts = 0 AND sequence IS NULL")
        defer { statement.reset() }
        statement.bind(1, entry.number)
        return try statement.step()
    }

    private func setRecipient(_ recipient: String, of entry: EntryID) throws(StoreError) {
        let statement = try connection.prepare("UPDATE entry SET recipient = ? WHERE id = ?")
        statement.bind(1, recipient)
        statement.bind(2, entry.number)
        try statement.run()
    }

    private func writtenEntries(of account: Int64) throws(StoreError) -> [EntryID] {
        let statement = try connection.prepare(
            """
            SELECT o.entry FROM outbox o JOIN entry e ON e.id = o.entry
            WHERE o.account = ? AND (o.sequence IS NOT NULL OR e.state = ?) ORDER BY o.entry
            """)
        defer { statement.reset() }
        statement.bind(1, account)
        statement.bind(2, EntryCodes.code(.sent))
        var entries: [EntryID] = []
        while try statement.step() { entries.append(EntryID(number: statement.integer(0))) }
        return entries
    }
}
