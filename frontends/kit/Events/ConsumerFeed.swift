public import BusAPI
internal import DBusWire

/// What a named consumer of the event log has still to deal with, page by page, and then as it comes; for one reader.
///
/// The daemon keeps the place: whoever reads again before acknowledging gets the same again.
public struct ConsumerFeed {
    /// What comes next.
    public enum Element: Equatable, Sendable {
        /// At most 500, in the order of their numbers.
        case events([EventShape])
        /// Events up to this number were trimmed before the consumer dealt with them; nothing comes until it is
        /// acknowledged.
        case lost(upTo: UInt64)
    }

    private let log: Events1Proxy
    private let name: String
    private var updates: BusUpdates<Events1.Recorded>.Iterator?
    /// The newest event in the log, as far as is known.
    private var newest = UInt64.max
    private var acknowledged: UInt64 = 0

    init(log: Events1Proxy, name: String, updates: BusUpdates<Events1.Recorded>?) {
        self.log = log
        self.name = name
        self.updates = updates?.makeAsyncIterator()
    }

    /// The next events that are not acknowledged; nil at the end of the log, unless it is followed.
    public mutating func next() async throws(BusError) -> Element? {
        while true {
            if acknowledged < newest {
                let page = try await log.readConsumer(name: name, limit: 500)
                if page.lost > 0 { return .lost(upTo: page.lost) }
                if !page.events.isEmpty { return .events(page.events.map(EventShape.init)) }
                // Numbers at the end may belong to an account that is gone.
                newest = page.newest
                acknowledged = max(acknowledged, page.newest)
            }
            guard updates != nil else { return nil }
            guard let update = await updates?.next() else { throw .disconnected }
            if case .event(let recorded, path: _) = update { newest = recorded.last } else { newest = .max }
        }
    }

    /// The consumer has dealt with everything up to this number.
    ///
    /// Reaches the daemon even when the task that asks is cancelled, so that what was dealt with is not given again.
    public mutating func acknowledge(_ number: UInt64) async throws(BusError) {
        let (log, name) = (log, name)
        let result = await Task { () -> Result<Void, BusError> in
            do throws(BusError) { return .success(try await log.acknowledge(name: name, number: number)) } catch {
                return .failure(error)
            }
        }.value
        try result.get()
        acknowledged = max(acknowledged, number)
    }
}
