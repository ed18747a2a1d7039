public import Domain

extension Store {
    /// All accounts, in the order in which they were added.
    public func accounts() async throws(StoreError) -> [Account] {
        try await read { (reader) throws(StoreError) in
            try reader.all(
                """
                SELECT name, jid, enabled, resource, host, port, tls, authority_file, proxy, priority, label, nickname,
                    login, login_detail
                FROM account ORDER BY id
                """, { _ in }, { (row) throws(StoreError) in try reader.account(row) })
        }
    }

    /// What is kept for logging in; `nil`: no such account.
    public func login(of account: AccountID) async throws(StoreError) -> StoredLogin? {
        try await read { (reader) throws(StoreError) in
            try reader.first(
                "SELECT sealed_secret, sealed_token, login_pin FROM account WHERE name = ?",
                { $0.bind(1, account.description) },
                {
                    StoredLogin(
                        sealedSecret: $0.optionalBytes(0), sealedToken: $0.optionalBytes(1), pin: $0.optionalText(2))
                })
        }
    }

    /// The stream that may be resumed; `nil`: none.
    public func resumption(of account: AccountID) async throws(StoreError) -> StreamResumption? {
        try await read { (reader) throws(StoreError) in
            try reader.first(
                """
                SELECT r.sealed_id, r.location, r.bound_jid, r.handled
                FROM resumption r JOIN account a ON a.id = r.account WHERE a.name = ?
                """, { $0.bind(1, account.description) },
                {
                    StreamResumption(
                        sealedID: $0.optionalBytes(0) ?? [], location: $0.optionalText(1), boundJID: $0.text(2),
                        handled: UInt32(truncatingIfNeeded: $0.integer(3)))
                })
        }
    }
}

extension Reader {
    fileprivate func account(_ row: SQLStatement) throws(StoreError) -> Account {
        Account(
            id: try account(row.text(0)), jid: try address(row.text(1)), isEnabled: row.bool(2),
            resource: row.optionalText(3),
            endpoint: AccountEndpoint(
                host: row.optionalText(4), port: row.optionalInteger(5).map { UInt16(clamping: $0) },
                tls: TLSPreference(rawValue: row.text(6)) ?? .automatic, authorityFile: row.optionalText(7),
                proxy: row.optionalText(8)),
            login: AccountLogin(name: row.text(12), detail: row.optionalText(13)) ?? .password,
            priority: Int8(clamping: row.integer(9)), label: row.optionalText(10), nickname: row.optionalText(11))
    }
}
