/// Events1, for frontends.
extension Daemon {
    /// The events that are in the log after a number.
    /// - Parameters:
    ///   - number: 0 for the oldest that is kept.
    ///   - account: id of the only account whose events are wanted; nil for all.
    public func events(after number: UInt64, account: String? = nil) -> EventFeed {
        EventFeed(log: EventLog(daemon: self), account: account, after: number, signals: nil)
    }

    /// The events after a number, and all that are still to come.
    /// - Parameters:
    ///   - number: nil for only those that are still to come.
    ///   - isWatching: a person is looking.
    public func followEvents(
        after number: UInt64?, account: String? = nil, isWatching: Bool = false
    ) async throws(DaemonError) -> EventFeed {
        let log = EventLog(daemon: self)
        // First the signals, then the reading: whatever happens between is in both, and the cursor tells them apart.
        let signals = try await log.signals()
        let newest = try await log.subscribe(isWatching: isWatching)
        return EventFeed(log: log, account: account, after: number ?? newest, signals: signals)
    }
}
