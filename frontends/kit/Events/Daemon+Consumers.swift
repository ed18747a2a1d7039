public import BusAPI
internal import DBusWire
internal import JSONText

/// The named consumers of the event log, for frontends.
extension Daemon {
    private var log: Events1Proxy { Events1Proxy(client, Self.root) }

    /// Makes a consumer; one that is there stays where it is.
    /// - Parameter number: behind which a new one begins, 0 for the oldest that is kept; nil: from now on.
    public func openConsumer(_ name: String, after number: UInt64?) async throws(BusError) {
        _ = try await log.openConsumer(name: name, options: number.map { ["after": .uint64($0)] } ?? [:])
    }

    /// What a consumer that was opened has not acknowledged.
    /// - Parameter isFollowing: whether it goes on as events happen.
    public func events(of consumer: String, isFollowing: Bool) async throws(BusError) -> ConsumerFeed {
        guard isFollowing else { return ConsumerFeed(log: log, name: consumer, updates: nil) }
        // First the signals, then the reading: whatever happens between is seen by one of them.
        let updates = try await log.recorded()
        _ = try await log.subscribe(options: [:])
        return ConsumerFeed(log: log, name: consumer, updates: updates)
    }

    /// All consumers, in the order of their names, and what they have before them.
    public func consumers() async throws(BusError) -> [ConsumerShape] {
        let rows = try await log.consumers()
        let page = try await log.read(after: .max, limit: 1, options: [:])
        return rows.map { row in
            let (name, acknowledged, used) = row.values
            let (left, isAhead) = page.newest.subtractingReportingOverflow(acknowledged)
            var members: [JSON.Member] = [
                JSON.Member("name", .string(name)),
                JSON.Member("acknowledged", .integer(Int64(clamping: acknowledged))),
                JSON.Member("behind", .integer(isAhead ? 0 : Int64(clamping: left))),
                JSON.Member("used", .integer(used)),
            ]
            if acknowledged < page.newest, page.oldest > acknowledged, page.oldest - acknowledged > 1 {
                members.append(JSON.Member("lost", .integer(Int64(clamping: page.oldest - 1))))
            }
            return ConsumerShape(.object(members))
        }
    }

    /// Removes a consumer and its place.
    public func forgetConsumer(_ name: String) async throws(BusError) { try await log.forgetConsumer(name: name) }

    /// How much of the log is kept: days, and events; 0 stands for no limit.
    public func eventLimits() async throws(BusError) -> (days: UInt32, events: UInt32) {
        let properties = try await log.properties()
        return (properties.keepDays, properties.keepEvents)
    }

    /// Keeps more or less of the log from now on.
    public func setEventLimits(days: UInt32?, events: UInt32?) async throws(BusError) {
        if let days { try await log.setKeepDays(to: days) }
        if let events { try await log.setKeepEvents(to: events) }
    }
}
