public import BusAPI
internal import DBusWire

/// Events1, for frontends.
extension Daemon {
    private var log: Events1Proxy { Events1Proxy(client, Self.root) }

    /// The events that are in the log after a number.
    /// - Parameters:
    ///   - number: 0 for the oldest that is kept.
    ///   - account: id of the only account whose events are wanted; nil for all.
    public func events(after number: UInt64, account: String? = nil) -> EventFeed {
        EventFeed(log: log, account: account, after: number, updates: nil)
    }

    /// The events after a number, and all that are still to come.
    /// - Parameters:
    ///   - number: nil for only those that are still to come.
    ///   - isWatching: a person is looking.
    public func followEvents(
        after number: UInt64?, account: String? = nil, isWatching: Bool = false
    ) async throws(BusError) -> EventFeed {
        // First the signals, then the reading: whatever happens between is in both, and the cursor tells them apart.
        let updates = try await log.recorded()
        let newest = try await log.subscribe(options: isWatching ? ["watching": .bool(true)] : [:])
        return EventFeed(log: log, account: account, after: number ?? newest, updates: updates)
    }

    /// Begins to follow what becomes of messages.
    public func watchEntries() async throws(BusError) -> EntryWatch {
        let updates = try await log.recorded()
        _ = try await log.subscribe(options: [:])
        return EntryWatch(updates: updates)
    }
}
