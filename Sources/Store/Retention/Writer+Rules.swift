import Domain

extension Writer {
    /// `nil` removes the rule, and the wider one counts again.
    func setRetention(_ scope: RetentionScope, _ period: RetentionPeriod?) throws(StoreError) -> Outcome {
        let outcome = try write(scope, period)
        guard outcome == .done else { return outcome }
        let value = period.map { String($0.number) }
        switch scope {
        case .global: try announce(.settings, nil, payload: EventPayload.setting("retention", value))
        case .account(let id): try announce(.settings, id, payload: EventPayload.setting("retention", value))
        case .conversation(let id): touched[id, default: ConversationTouch()].isChanged = true
        }
        return outcome
    }

    private func write(_ scope: RetentionScope, _ period: RetentionPeriod?) throws(StoreError) -> Outcome {
        var account: Int64?
        var conversation: Int64?
        switch scope {
        case .global: break
        case .account(let id): account = try row(of: id)
        case .conversation(let id):
            guard try Reader(connection).conversation(id) != nil else { return .unchanged }
            conversation = id.number
        }
        guard let period else {
            let removal = try connection.prepare(
                "DELETE FROM retention_rule WHERE account IS ?1 AND conversation IS ?2")
            removal.bind(1, account)
            removal.bind(2, conversation)
            try removal.run()
            return connection.changes > 0 ? .done : .unchanged
        }
        let statement = try connection.prepare(
            """
            INSERT INTO retention_rule (account, conversation, seconds) VALUES (?1, ?2, ?3)
            ON CONFLICT DO UPDATE SET seconds = ?3 WHERE seconds IS NOT ?3
            """)
        statement.bind(1, account)
        statement.bind(2, conversation)
        if case .seconds(let seconds) = period { statement.bind(3, Int64(max(seconds, 1))) }
        try statement.run()
        return connection.changes > 0 ? .done : .unchanged
    }
}
