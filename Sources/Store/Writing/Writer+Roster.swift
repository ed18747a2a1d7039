import Domain
import XMPPAddresses

extension Writer {
    /// Writes what differs between the stored roster and the server's; one event for all of it.
    func replaceRoster(
        _ account: AccountID, _ contacts: [Contact], _ version: String?
    ) throws(StoreError) -> Outcome {
        let row = try row(of: account)
        var stored = try packedRoster(row)
        var differs = false
        for contact in contacts {
            let jid = contact.jid.description
            let packed = PackedContact(contact)
            if let old = stored.removeValue(forKey: jid), old == packed { continue }
            try insert(jid, packed, row)
            differs = true
        }
        for jid in stored.keys { try delete(jid, row) }
        try setRosterVersion(version, row)
        guard differs || !stored.isEmpty else { return .unchanged }
        try announce(.roster, account, payload: EventPayload.rosterReplaced(count: contacts.count))
        return .done
    }

    func setContact(_ account: AccountID, _ contact: Contact, _ version: String?) throws(StoreError) -> Outcome {
        let row = try row(of: account)
        let jid = contact.jid.description
        if let version { try setRosterVersion(version, row) }
        let packed = PackedContact(contact)
        guard try packedContact(jid, row) != packed else { return .unchanged }
        try insert(jid, packed, row)
        try announce(.roster, account, payload: EventPayload.contactSet(contact))
        return .done
    }

    func removeContact(_ account: AccountID, _ jid: BareJID, _ version: String?) throws(StoreError) -> Outcome {
        let row = try row(of: account)
        if let version { try setRosterVersion(version, row) }
        try delete(jid.description, row)
        guard connection.changes > 0 else { return .unchanged }
        try announce(.roster, account, payload: EventPayload.contactRemoved(jid.description))
        return .done
    }

    private func packedRoster(_ account: Int64) throws(StoreError) -> [String: PackedContact] {
        let statement = try connection.prepare(
            "SELECT name, groups, subscription, asked, approved, jid FROM contact WHERE account = ?")
        defer { statement.reset() }
        statement.bind(1, account)
        var contacts: [String: PackedContact] = [:]
        while try statement.step() { contacts[statement.text(5)] = PackedContact(statement) }
        return contacts
    }

    private func packedContact(_ jid: String, _ account: Int64) throws(StoreError) -> PackedContact? {
        let statement = try connection.prepare(
            "SELECT name, groups, subscription, asked, approved FROM contact WHERE account = ? AND jid = ?")
        defer { statement.reset() }
        statement.bind(1, account)
        statement.bind(2, jid)
        return try statement.step() ? PackedContact(statement) : nil
    }

    private func insert(_ jid: String, _ contact: PackedContact, _ account: Int64) throws(StoreError) {
        let statement = try connection.prepare(
            """
            INSERT OR REPLACE INTO contact (account, jid, name, groups, subscription, asked, approved)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """)
        statement.bind(1, account)
        statement.bind(2, jid)
        statement.bind(3, contact.name)
        statement.bind(4, contact.groups)
        statement.bind(5, contact.subscription)
        statement.bind(6, contact.isAsked)
        statement.bind(7, contact.isApproved)
        try statement.run()
    }

    private func delete(_ jid: String, _ account: Int64) throws(StoreError) {
        let statement = try connection.prepare("DELETE FROM contact WHERE account = ? AND jid = ?")
        statement.bind(1, account)
        statement.bind(2, jid)
        try statement.run()
    }

    private func setRosterVersion(_ version: String?, _ account: Int64) throws(StoreError) {
        let statement = try connection.prepare("UPDATE account SET roster_version = ? WHERE id = ?")
        statement.bind(1, version)
        statement.bind(2, account)
        try statement.run()
    }
}
