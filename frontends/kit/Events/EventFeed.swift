public import BusAPI
internal import DBusWire

/// The event log, page by page, and then as it grows; for one reader.
public struct EventFeed {
    /// What comes next.
    public enum Element: Equatable, Sendable {
        case events([EventShape])
        /// These numbers are not kept any more.
        case trimmed(ClosedRange<UInt64>)
    }

    private let log: Events1Proxy
    /// Only events of the account with this id; nil for all.
    private let account: String?
    private var cursor: EventCursor
    private var updates: BusUpdates<Events1.Recorded>.Iterator?
    private var mustRead = true

    init(log: Events1Proxy, account: String?, after number: UInt64, updates: BusUpdates<Events1.Recorded>?) {
        self.log = log
        self.account = account
        self.updates = updates?.makeAsyncIterator()
        cursor = EventCursor(after: number)
    }

    /// The next events; nil at the end of the log, unless it is followed.
    public mutating func next() async throws(BusError) -> Element? {
        while true {
            if mustRead {
                if let element = try await readPage() { return element }
                continue
            }
            guard updates != nil else { return nil }
            guard let update = await updates?.next() else { throw .disconnected }
            if let events = take(update), !events.isEmpty { return .events(events) }
        }
    }

    private mutating func readPage() async throws(BusError) -> Element? {
        let options: Fields = account.map { ["account": .string($0)] } ?? [:]
        let page = try await log.read(after: cursor.last, limit: 500, options: options)
        if let gap = cursor.gap(oldest: page.oldest) {
            _ = cursor.pageRead(upTo: gap.upperBound, newest: page.newest)
            return .trimmed(gap)
        }
        let events = page.events.filter { $0.values.0 > cursor.last }
        mustRead = cursor.pageRead(upTo: events.last?.values.0, newest: page.newest)
        return events.isEmpty ? nil : .events(events.map(EventShape.init))
    }

    private mutating func take(_ update: BusUpdate<Events1.Recorded>) -> [EventShape]? {
        guard case .event(let recorded, path: _) = update else {
            mustRead = true
            return nil
        }
        switch cursor.recorded(first: recorded.first, last: recorded.last, carriesAll: !recorded.events.isEmpty) {
        case .nothing: return nil
        case .read:
            mustRead = true
            return nil
        case .handOut(let number):
            return recorded.events
                .filter { $0.values.0 > number && (account == nil || $0.values.3 == account) }
                .map(EventShape.init)
        }
    }
}
