internal import DBusWire

/// The event log, page by page, and then as it grows; for one reader.
public struct EventFeed {
    /// What comes next.
    public enum Element: Equatable, Sendable {
        case events([EventShape])
        /// These numbers are not kept any more.
        case trimmed(ClosedRange<UInt64>)
    }

    private let log: EventLog
    /// Only events of the account with this id; nil for all.
    private let account: String?
    private var cursor: EventCursor
    private var signals: AsyncStream<Delivery>.Iterator?
    private var mustRead = true

    init(log: EventLog, account: String?, after number: UInt64, signals: AsyncStream<Delivery>?) {
        self.log = log
        self.account = account
        self.signals = signals?.makeAsyncIterator()
        cursor = EventCursor(after: number)
    }

    /// The next events; nil at the end of the log, unless it is followed.
    public mutating func next() async throws(DaemonError) -> Element? {
        while true {
            if mustRead {
                if let element = try await readPage() { return element }
                continue
            }
            guard signals != nil else { return nil }
            guard let delivery = await signals?.next() else { throw .gone }
            if let events = take(delivery), !events.isEmpty { return .events(events) }
        }
    }

    private mutating func readPage() async throws(DaemonError) -> Element? {
        let page = try await log.page(after: cursor.last, account: account)
        if let gap = cursor.gap(oldest: page.oldest) {
            _ = cursor.pageRead(upTo: gap.upperBound, newest: page.newest)
            return .trimmed(gap)
        }
        let events = page.events.filter { $0.number > cursor.last }
        mustRead = cursor.pageRead(upTo: events.last?.number, newest: page.newest)
        return events.isEmpty ? nil : .events(events)
    }

    private mutating func take(_ delivery: Delivery) -> [EventShape]? {
        guard case .signal(let signal) = delivery, let recorded = Recorded(signal) else {
            mustRead = true
            return nil
        }
        switch cursor.recorded(first: recorded.first, last: recorded.last, carriesAll: !recorded.events.isEmpty) {
        case .nothing: return nil
        case .read:
            mustRead = true
            return nil
        case .handOut(let number):
            return recorded.events.filter { $0.number > number && (account == nil || $0.account == account) }
        }
    }
}
