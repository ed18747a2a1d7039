import Domain

extension Writer {
    func setConsumer(_ name: String, _ number: Int64) throws(StoreError) -> Outcome {
        guard EventConsumer.isValid(name) else { return .unchanged }
        if try !isKnown(name), try isFull() { return .unchanged }
        let statement = try connection.prepare(
            "INSERT OR REPLACE INTO consumer (name, event, used_at) VALUES (?, ?, ?)")
        statement.bind(1, name)
        statement.bind(2, within(number))
        statement.bind(3, now.microseconds)
        try statement.run()
        return .done
    }

    func advanceConsumer(_ name: String, _ number: Int64) throws(StoreError) -> Outcome {
        let statement = try connection.prepare(
            "UPDATE consumer SET event = max(event, ?), used_at = ? WHERE name = ?")
        statement.bind(1, within(number))
        statement.bind(2, now.microseconds)
        statement.bind(3, name)
        try statement.run()
        return connection.changes > 0 ? .done : .unchanged
    }

    func removeConsumer(_ name: String) throws(StoreError) -> Outcome {
        let statement = try connection.prepare("DELETE FROM consumer WHERE name = ?")
        statement.bind(1, name)
        try statement.run()
        return connection.changes > 0 ? .done : .unchanged
    }

    /// Nobody has dealt with what was not yet given.
    private func within(_ number: Int64) -> Int64 {
        min(max(number, 0), memory.sequence?.event ?? 0)
    }

    private func isKnown(_ name: String) throws(StoreError) -> Bool {
        let statement = try connection.prepare("SELECT 1 FROM consumer WHERE name = ?")
        defer { statement.reset() }
        statement.bind(1, name)
        return try statement.step()
    }

    private func isFull() throws(StoreError) -> Bool {
        let statement = try connection.prepare("SELECT count(*) FROM consumer")
        defer { statement.reset() }
        return try statement.step() && statement.integer(0) >= Int64(Store.consumerBound)
    }
}
