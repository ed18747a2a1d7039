import FrontendKit
import JSONText

/// Who an address is and what it can do.
struct DiscoReport: Report {
    /// `identities` (objects with `category`, `type`, `language`, `name`), `features`, `forms`.
    var json: JSON

    func lines(_ time: LocalTime) -> [String] {
        let identities = (json["identities"]?.array ?? []).map(identity)
        let features = (json["features"]?.array ?? []).compactMap(\.string).sorted()
        let forms = (json["forms"]?.array ?? []).map(form)
        return section("Identities", identities)
            + section("Features", features.map { RemoteText($0).printable })
            + forms.flatMap { section($0.title, $0.lines) }
    }

    private func section(_ title: String, _ lines: [String]) -> [String] {
        lines.isEmpty ? [] : ["\(title):"] + lines.map { "  " + $0 }
    }

    private func identity(_ json: JSON) -> String {
        func part(_ name: String) -> String { RemoteText(json[name]?.string ?? "").printable }
        let language = part("language").isEmpty ? "" : " [\(part("language"))]"
        let name = part("name").isEmpty ? "" : "  \(part("name"))"
        return "\(part("category"))/\(part("type"))\(language)\(name)"
    }

    private func form(_ json: JSON) -> (title: String, lines: [String]) {
        var title = "Form"
        var lines: [String] = []
        for member in json.members ?? [] {
            let values = (member.value.array ?? []).compactMap(\.string).map { RemoteText($0).printable }
            let joined = values.joined(separator: ", ")
            if member.name == "FORM_TYPE" {
                title = "Form \(joined)"
            } else {
                lines.append("\(RemoteText(member.name).printable): \(joined)")
            }
        }
        return (title, lines)
    }
}

/// What belongs to an address.
struct ItemsReport: Report {
    struct Item: Equatable {
        var jid: String
        var node: String
        var name: String
    }

    var items: [Item]

    var json: JSON {
        let items = items.map { item in
            var members = [JSON.Member("jid", .string(item.jid))]
            if !item.node.isEmpty { members.append(JSON.Member("node", .string(item.node))) }
            if !item.name.isEmpty { members.append(JSON.Member("name", .string(item.name))) }
            return JSON.object(members)
        }
        return ["items": .array(items)]
    }

    func lines(_ time: LocalTime) -> [String] {
        guard !items.isEmpty else { return ["Nothing there."] }
        var table = TextTable("ADDRESS", "NODE", "NAME")
        for item in items { table.append([item.jid, item.node, item.name].map { RemoteText($0).printable }) }
        return table.lines
    }
}

/// The other side's software.
struct VersionReport: Report {
    /// `name`, `version`, `os`.
    var json: JSON

    func lines(_ time: LocalTime) -> [String] {
        let parts = ["name", "version"].compactMap { json[$0]?.string }.map { RemoteText($0).printable }
        let system = json["os"]?.string.map { " on \(RemoteText($0).printable)" } ?? ""
        return [parts.joined(separator: " ") + system]
    }
}

/// The other side's clock.
struct TimeReport: Report {
    /// µs since 1970, UTC.
    var utc: Int64
    /// Minutes east of UTC.
    var offset: Int32

    var json: JSON { ["utc": .integer(utc), "offset": .integer(Int64(offset))] }

    func lines(_ time: LocalTime) -> [String] {
        let there = utc.addingReportingOverflow(Int64(offset) * 60_000_000).partialValue
        let minutes = offset.magnitude
        let clock = [minutes / 60, minutes % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
        return ["\(LocalTime.utc.text(there)) \(offset < 0 ? "-" : "+")\(clock)"]
    }
}

/// Since when somebody is idle or away, or a server runs.
struct LastReport: Report {
    var seconds: UInt64
    /// Empty when there is none.
    var status: String

    var json: JSON {
        let seconds = JSON.Member("seconds", .integer(Int64(clamping: seconds)))
        return .object(status.isEmpty ? [seconds] : [seconds, JSON.Member("status", .string(status))])
    }

    func lines(_ time: LocalTime) -> [String] {
        [Span.text(seconds: seconds) + (status.isEmpty ? "" : "  " + RemoteText(status).printable)]
    }
}

/// How long an answer took.
struct PingReport: Report {
    /// µs.
    var elapsed: Int64

    var json: JSON { ["elapsed": .integer(elapsed)] }

    func lines(_ time: LocalTime) -> [String] { [Span.text(microseconds: elapsed)] }
}
