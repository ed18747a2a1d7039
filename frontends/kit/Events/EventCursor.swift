/// Where a follower of the event log is: what has been handed out, and what must be read.
///
/// Pure: numbers in, actions out.  Signals may come twice, late, or without their content; nothing is handed out twice
/// and nothing is left out.
struct EventCursor: Equatable {
    enum Action: Equatable {
        /// Hand out those of the signal that come after this number.
        case handOut(after: UInt64)
        /// Read on after the cursor, until the log's end.
        case read
        case nothing
    }

    /// The last number that was handed out, or passed over by a filter.
    private(set) var last: UInt64

    init(after number: UInt64) { last = number }

    /// A signal came.
    /// - Parameter carriesAll: whether its events are in it.
    mutating func recorded(first: UInt64, last newest: UInt64, carriesAll: Bool) -> Action {
        guard newest > last else { return .nothing }
        let (next, isAtEnd) = last.addingReportingOverflow(1)
        guard carriesAll, !isAtEnd, first <= next else { return .read }
        let before = last
        last = newest
        return .handOut(after: before)
    }

    /// A page was read.
    /// - Parameters:
    ///   - number: of its last event; nil when it was empty.
    ///   - newest: the newest in the log when it was read.
    /// - Returns: whether there is more to read.
    mutating func pageRead(upTo number: UInt64?, newest: UInt64) -> Bool {
        guard let number else {
            last = max(last, newest)
            return false
        }
        last = max(last, number)
        return last < newest
    }

    /// The numbers that are missing in front of a page, where the log was trimmed.
    /// - Parameter oldest: the oldest that is kept.
    func gap(oldest: UInt64) -> ClosedRange<UInt64>? {
        guard last > 0, oldest > last, oldest - last > 1 else { return nil }
        return last + 1...oldest - 1
    }
}
