public import Domain

extension Store {
    /// Named consumers at most.
    public static let consumerBound = 256

    /// All of them, in the order of their names.
    public func consumers() async throws(StoreError) -> [EventConsumer] {
        try await read { (reader) throws(StoreError) in
            try reader.all("SELECT name, event, used_at FROM consumer ORDER BY name", { _ in }, Self.consumer)
        }
    }

    /// The consumer of a name; `nil`: there is none.
    public func consumer(_ name: String) async throws(StoreError) -> EventConsumer? {
        try await read { (reader) throws(StoreError) in
            try reader.first(
                "SELECT name, event, used_at FROM consumer WHERE name = ?", { $0.bind(1, name) }, Self.consumer)
        }
    }

    /// The events a consumer has not acknowledged, oldest first; the limit is kept within 1–1,000.
    public func events(for consumer: String, limit: Int) async throws(StoreError) -> ConsumerPage {
        guard let known = try await self.consumer(consumer) else { return .unknown }
        let page = try await events(since: known.acknowledged, limit: limit)
        guard known.acknowledged + 1 >= page.oldest else {
            return .trimmed(acknowledged: known.acknowledged, oldest: page.oldest, newest: page.newest)
        }
        return .events(page)
    }

    @Sendable private static func consumer(_ row: SQLStatement) -> EventConsumer {
        EventConsumer(
            name: row.text(0), acknowledged: row.integer(1), usedAt: Timestamp(microseconds: row.integer(2)))
    }
}
