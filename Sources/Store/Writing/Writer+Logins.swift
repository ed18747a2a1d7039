import Domain

/// What is kept for logging in and resuming.  None of it is announced.
extension Writer {
    func setSealedSecret(_ account: AccountID, _ secret: [UInt8]?) throws(StoreError) -> Outcome {
        let statement = try connection.prepare("UPDATE account SET sealed_secret = ? WHERE id = ?")
        statement.bind(1, secret)
        return try finish(statement, account)
    }

    func setSealedToken(_ account: AccountID, _ token: [UInt8]?) throws(StoreError) -> Outcome {
        let statement = try connection.prepare("UPDATE account SET sealed_token = ? WHERE id = ?")
        statement.bind(1, token)
        return try finish(statement, account)
    }

    func setLoginPin(_ account: AccountID, _ pin: String?) throws(StoreError) -> Outcome {
        let statement = try connection.prepare("UPDATE account SET login_pin = ? WHERE id = ?")
        statement.bind(1, pin)
        return try finish(statement, account)
    }

    func setHandled(_ account: AccountID, _ handled: UInt32) throws(StoreError) -> Outcome {
        let statement = try connection.prepare("UPDATE resumption SET handled = ? WHERE account = ?")
        statement.bind(1, Int64(handled))
        let outcome = try finish(statement, account)
        return connection.changes > 0 ? outcome : .unchanged
    }

    func setResumption(_ account: AccountID, _ resumption: StreamResumption?) throws(StoreError) -> Outcome {
        let row = try row(of: account)
        guard let resumption else {
            let statement = try connection.prepare("DELETE FROM resumption WHERE account = ?")
            statement.bind(1, row)
            try statement.run()
            return .done
        }
        let statement = try connection.prepare(
            """
            INSERT OR REPLACE INTO resumption (account, sealed_id, location, bound_jid, handled) VALUES (?, ?, ?, ?, ?)
            """)
        statement.bind(1, row)
        statement.bind(2, resumption.sealedID)
        statement.bind(3, resumption.location)
        statement.bind(4, resumption.boundJID)
        statement.bind(5, Int64(resumption.handled))
        try statement.run()
        return .done
    }

    /// Runs an update whose second value is the account's row.
    private func finish(_ statement: SQLStatement, _ account: AccountID) throws(StoreError) -> Outcome {
        let row: Int64
        do {
            row = try self.row(of: account)
        } catch {
            statement.reset()
            throw error
        }
        statement.bind(2, row)
        try statement.run()
        return .done
    }
}
