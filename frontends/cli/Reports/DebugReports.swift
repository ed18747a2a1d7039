import BusAPI
import FrontendKit
import JSONText

/// One line of the daemon's log.
struct LogLine: Equatable {
    var number: UInt64
    /// µs since 1970, UTC.
    var time: Int64
    var level: String
    var label: String
    var text: String
}

extension LogLine {
    init(_ row: Row<UInt64, Int64, String, String, String>) {
        (number, time, level, label, text) = row.values
    }
}

/// Lines of the daemon's log.
struct LogReport: Report {
    var entries: [LogLine]
    /// Number to pass as --after next time.
    var next: UInt64

    var json: JSON {
        let lines = entries.map { line -> JSON in
            [
                "number": .integer(Int64(clamping: line.number)), "time": .integer(line.time),
                "level": .string(line.level), "label": .string(line.label), "text": .string(line.text),
            ]
        }
        return ["lines": .array(lines), "next": .integer(Int64(clamping: next))]
    }

    func lines(_ time: LocalTime) -> [String] {
        entries.map { line in
            let level = RemoteText(line.level).printable.padded(to: 7)
            return
                "\(time.text(line.time)) \(level) \(RemoteText(line.label).printable): \(RemoteText(line.text).printable)"
        }
    }
}

/// One stanza of a trace.
struct TraceReport: Report {
    var line: String

    var json: JSON { ["line": .string(line)] }

    func lines(_ time: LocalTime) -> [String] { [RemoteText(line).printable] }
}

/// What the daemon refused since it started, by reason.
struct RefusalsReport: Report {
    struct Refusal: Equatable {
        var code: String
        var section: String
        var count: UInt64
    }

    var refusals: [Refusal]

    var json: JSON {
        let refusals = refusals.map { refusal -> JSON in
            [
                "code": .string(refusal.code), "section": .string(refusal.section),
                "count": .integer(Int64(clamping: refusal.count)),
            ]
        }
        return ["refusals": .array(refusals)]
    }

    func lines(_ time: LocalTime) -> [String] {
        guard !refusals.isEmpty else { return ["Nothing was refused."] }
        var table = TextTable("COUNT", "REASON", "RULE")
        for refusal in refusals {
            table.append([
                "\(refusal.count)", RemoteText(refusal.code).printable, RemoteText(refusal.section).printable,
            ])
        }
        return table.lines
    }
}

/// Who answers on the bus, and how fast.
struct BusReport: Report {
    var name: String
    /// The unique name of the daemon's connection.
    var owner: String
    var processID: UInt32
    var version: String
    /// µs since 1970, UTC.
    var startedAt: Int64
    /// µs, the best of a few calls.
    var roundTrip: Int64
    /// Paths of all objects with how many interfaces of ours they have.
    var accounts: Int
    var conversations: Int

    var json: JSON {
        [
            "name": .string(name), "owner": .string(owner), "pid": .integer(Int64(processID)),
            "version": .string(version), "started-at": .integer(startedAt), "round-trip": .integer(roundTrip),
            "accounts": .integer(Int64(accounts)), "conversations": .integer(Int64(conversations)),
        ]
    }

    func lines(_ time: LocalTime) -> [String] {
        var sheet = FactSheet()
        sheet.add("Name", "\(name), owned by \(owner)")
        sheet.add("Daemon", "version \(RemoteText(version).printable), process \(processID)")
        sheet.add("Running since", time.text(startedAt))
        sheet.add("Round trip", Span.text(microseconds: roundTrip))
        sheet.add("Accounts", "\(accounts)")
        sheet.add("Conversations", "\(conversations)")
        return sheet.lines
    }
}
