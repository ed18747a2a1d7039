public import Domain

extension Store {
    /// An account's contacts and their version; empty for an account that does not exist.
    public func roster(of account: AccountID) async throws(StoreError) -> StoredRoster {
        try await read { (reader) throws(StoreError) in
            let version = try reader.first(
                "SELECT roster_version FROM account WHERE name = ?", { $0.bind(1, account.description) },
                { $0.optionalText(0) })
            let contacts = try reader.all(
                """
                SELECT k.name, k.groups, k.subscription, k.asked, k.approved, k.jid
                FROM contact k JOIN account a ON a.id = k.account WHERE a.name = ? ORDER BY k.jid
                """, { $0.bind(1, account.description) },
                { (row) throws(StoreError) in PackedContact(row).contact(try reader.address(row.text(5))) })
            return StoredRoster(contacts: contacts, version: version ?? nil)
        }
    }

    /// Those who wait for an answer, oldest first.
    public func requests(of account: AccountID) async throws(StoreError) -> [SubscriptionRequest] {
        try await read { (reader) throws(StoreError) in
            try reader.all(
                """
                SELECT s.jid, s.received_at, s.statuses, s.nickname
                FROM subscription_request s JOIN account a ON a.id = s.account
                WHERE a.name = ? ORDER BY s.received_at, s.jid
                """, { $0.bind(1, account.description) },
                { (row) throws(StoreError) in
                    SubscriptionRequest(
                        jid: try reader.address(row.text(0)), receivedAt: Timestamp(microseconds: row.integer(1)),
                        statuses: PackedText.unpackMap(row.text(2)), nickname: row.optionalText(3))
                })
        }
    }
}
