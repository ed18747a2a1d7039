import FrontendKit
import JSONText

/// The named consumers of the event log, one a line.
struct ConsumersReport: Report {
    var consumers: [ConsumerShape]

    var json: JSON { ["consumers": .array(consumers.map(\.json))] }

    func lines(_ time: LocalTime) -> [String] {
        guard !consumers.isEmpty else { return ["No consumers yet.  Make one: saluton events --consumer NAME"] }
        var table = TextTable("NAME", "ACKNOWLEDGED", "BEHIND", "USED", "LOST")
        for consumer in consumers {
            table.append([
                consumer.name.printable, "\(consumer.acknowledged)", "\(consumer.behind)", time.text(consumer.used),
                consumer.lost.map { "up to \($0)" } ?? "",
            ])
        }
        return table.lines
    }
}

/// How much of the event log is kept.
struct EventLimitsReport: Report {
    /// 0: however old.
    var days: UInt32
    /// 0: however many.
    var events: UInt32

    var json: JSON { ["days": .integer(Int64(days)), "count": .integer(Int64(events))] }

    func lines(_ time: LocalTime) -> [String] {
        [
            days == 0 ? "Events are kept however old they are." : "Events are kept for \(days) days.",
            events == 0 ? "There is no limit to their number." : "At most \(events) are kept.",
        ]
    }
}

/// Events that a consumer never had.
struct LostEventsReport: Report {
    /// The last of them.
    var last: UInt64

    var json: JSON { ["kind": "lost", "last": .integer(Int64(clamping: last))] }

    func lines(_ time: LocalTime) -> [String] { ["events up to \(last) are lost: they were trimmed"] }
}
