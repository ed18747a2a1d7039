import ArgumentParser
import FrontendKit

/// A length of time: `90s`, `15m`, `12h`, `1d`, `2w`, `1d12h`.
struct TimeSpan: ExpressibleByArgument, Hashable {
    var seconds: UInt32

    init?(argument: String) {
        guard let seconds = Span.seconds(argument) else { return nil }
        self.seconds = seconds
    }
}

/// A moment: a date, a date and a time, or how long ago.
enum When: ExpressibleByArgument, Hashable {
    case calendar(CalendarTime)
    case ago(TimeSpan)

    static let help = "2026-03-04, 2026-03-04T14:05, or how long ago: 12h, 1d"

    init?(argument: String) {
        if let time = CalendarTime(argument) {
            self = .calendar(time)
        } else if let span = TimeSpan(argument: argument) {
            self = .ago(span)
        } else {
            return nil
        }
    }

    /// µs since 1970, UTC.
    func microseconds(at desk: Desk) -> Int64 {
        switch self {
        case .calendar(let time): desk.time.microseconds(time)
        case .ago(let span): desk.now() - Int64(span.seconds) * 1_000_000
        }
    }
}
