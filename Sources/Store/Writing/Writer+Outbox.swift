import Domain
import XMPPAddresses

extension Writer {
    /// Stores an outgoing entry together with its row in the outbox.
    func send(_ new: NewEntry, to recipient: String, sealedStanza: [UInt8]?) throws(StoreError) -> Outcome {
        var new = new
        new.content.state = new.content.state ?? .queued
        let outcome = try add(new)
        guard case .added(let entry, _) = outcome else { return outcome }
        try queue(entry, try row(of: new.account), recipient, sealedStanza)
        return outcome
    }

    /// Notes that an entry was written, and announces it when it was not `sent` before.
    func written(_ entry: EntryID, sequence: UInt32) throws(StoreError) -> Outcome {
        let statement = try connection.prepare(
            "UPDATE outbox SET sequence = ?, attempts = attempts + 1 WHERE entry = ?")
        statement.bind(1, Int64(sequence))
        statement.bind(2, entry.number)
        try statement.run()
        guard connection.changes > 0 else { return .unchanged }
        let outcome = try setState(entry, .sent)
        return outcome == .unchanged ? .done : outcome
    }

    /// Puts all that was written and not acknowledged back, in one go.
    func requeue(_ account: AccountID) throws(StoreError) -> Outcome {
        for entry in try writtenEntries(of: try row(of: account)) {
            let statement = try connection.prepare("UPDATE outbox SET sequence = NULL WHERE entry = ?")
            statement.bind(1, entry.number)
            try statement.run()
            _ = try setState(entry, .queued)
        }
        return .done
    }

    /// Makes a row in the outbox, or leaves the one that is there.
    func queue(
        _ entry: EntryID, _ account: Int64, _ recipient: String, _ sealedStanza: [UInt8]? = nil
    ) throws(StoreError) {
        let statement = try connection.prepare(
            """
            INSERT OR IGNORE INTO outbox (entry, account, recipient, sequence, attempts, sealed_stanza)
            VALUES (?, ?, ?, NULL, 0, ?)
            """)
        statement.bind(1, entry.number)
        statement.bind(2, account)
        statement.bind(3, recipient)
        statement.bind(4, sealedStanza)
        try statement.run()
    }

    func unqueue(_ entry: EntryID) throws(StoreError) {
        let statement = try connection.prepare("DELETE FROM outbox WHERE entry = ?")
        statement.bind(1, entry.number)
        try statement.run()
    }

    func writtenEntries(of account: Int64) throws(StoreError) -> [EntryID] {
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
