import Domain
import XMPPAddresses

extension Writer {
    func addAccount(_ account: Account, _ login: StoredLogin) throws(StoreError) -> Outcome {
        try refuseTwin(of: account)
        let statement = try connection.prepare(
            """
            INSERT INTO account (name, jid, enabled, resource, host, port, tls, authority_file, proxy, priority, label,
                nickname, login, login_detail, sealed_secret, sealed_token, login_pin)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        bind(account, to: statement)
        statement.bind(15, login.sealedSecret)
        statement.bind(16, login.sealedToken)
        statement.bind(17, login.pin)
        try statement.run()
        try announce(.account, account.id, payload: EventPayload.account(account, action: "added"))
        return .done
    }

    func updateAccount(_ account: Account) throws(StoreError) -> Outcome {
        let row = try row(of: account.id)
        try refuseTwin(of: account, besides: row)
        let statement = try connection.prepare(
            """
            UPDATE account SET name = ?, jid = ?, enabled = ?, resource = ?, host = ?, port = ?, tls = ?,
                authority_file = ?, proxy = ?, priority = ?, label = ?, nickname = ?,
                login = ?, login_detail = ? WHERE id = ?
            """)
        bind(account, to: statement)
        statement.bind(15, row)
        try statement.run()
        try announce(.account, account.id, payload: EventPayload.account(account, action: "changed"))
        return .done
    }

    /// The rows of the account go by foreign keys, its events by name; one event remains to tell.
    func removeAccount(_ account: AccountID) throws(StoreError) -> Outcome {
        let row = try row(of: account)
        let jid = try address(of: row)
        let events = try connection.prepare("DELETE FROM event WHERE account = ?")
        events.bind(1, account.description)
        try events.run()
        try unindexAll(of: row)
        let statement = try connection.prepare("DELETE FROM account WHERE id = ?")
        statement.bind(1, row)
        try statement.run()
        memory.forgetPlaces()
        try announce(.accountRemoved, nil, payload: EventPayload.accountRemoved(account, jid: jid))
        return .done
    }

    private func bind(_ account: Account, to statement: SQLStatement) {
        statement.bind(1, account.id.description)
        statement.bind(2, account.jid.description)
        statement.bind(3, account.isEnabled)
        statement.bind(4, account.resource)
        statement.bind(5, account.endpoint.host)
        statement.bind(6, account.endpoint.port.map { Int64($0) })
        statement.bind(7, account.endpoint.tls.rawValue)
        statement.bind(8, account.endpoint.authorityFile)
        statement.bind(9, account.endpoint.proxy)
        statement.bind(10, Int64(account.priority))
        statement.bind(11, account.label)
        statement.bind(12, account.nickname)
        statement.bind(13, account.login.name)
        statement.bind(14, account.login.detail)
    }

    private func refuseTwin(of account: Account, besides row: Int64 = 0) throws(StoreError) {
        let statement = try connection.prepare("SELECT 1 FROM account WHERE (name = ? OR jid = ?) AND id <> ?")
        defer { statement.reset() }
        statement.bind(1, account.id.description)
        statement.bind(2, account.jid.description)
        statement.bind(3, row)
        guard try !statement.step() else {
            throw StoreError(.accountExists, "there is an account with this id or address")
        }
    }

    private func address(of row: Int64) throws(StoreError) -> String {
        let statement = try connection.prepare("SELECT jid FROM account WHERE id = ?")
        defer { statement.reset() }
        statement.bind(1, row)
        return try statement.step() ? statement.text(0) : ""
    }
}
