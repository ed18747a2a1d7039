import FrontendKit
import JSONText

/// Who waits to be approved.
struct RequestsReport: Report {
    var requests: [RequestShape]

    var json: JSON { ["requests": .array(requests.map(\.json))] }

    func lines(_ time: LocalTime) -> [String] {
        guard !requests.isEmpty else { return ["Nobody is waiting."] }
        let lines = requests.map { request in
            var line = "\(time.text(request.received))  \(request.jid.printable)"
            if let nick = request.nick { line += " (calls itself \(nick.printable))" }
            return request.text.map { line + "  " + $0.printable } ?? line
        }
        return lines + ["Answer: saluton roster approve JID, or saluton roster deny JID"]
    }
}

/// Counts over the roster.
struct StatisticsReport: Report {
    var json: JSON

    func lines(_ time: LocalTime) -> [String] {
        var sheet = FactSheet()
        let counts: [(name: String, title: String)] = [
            ("total", "Contacts"), ("online", "Online"), ("both", "Mutual"), ("to", "Only we see them"),
            ("from", "Only they see us"), ("none", "No subscription"), ("asked", "Asked, no answer yet"),
            ("without-group", "Without a group"),
        ]
        for count in counts { sheet.add(count.title, json[count.name]?.integer.map { "\($0)" }) }
        let groups = (json["groups"]?.members ?? []).map { "\(RemoteText($0.name).printable) \($0.value.text)" }
        sheet.add("Groups", groups)
        return sheet.lines
    }
}

/// Whom a purge removed, or would remove.
struct PurgeReport: Report {
    var jids: [RemoteText]
    var isDryRun: Bool
    private let raw: [String]

    init(jids: [String], isDryRun: Bool) {
        self.jids = jids.map(RemoteText.init)
        self.isDryRun = isDryRun
        raw = jids
    }

    var json: JSON { ["jids": .array(raw.map(JSON.string)), "dry-run": .bool(isDryRun)] }

    func lines(_ time: LocalTime) -> [String] {
        guard !jids.isEmpty else { return ["Nobody to remove."] }
        let count = jids.count == 1 ? "1 contact" : "\(jids.count) contacts"
        return jids.map(\.printable) + [isDryRun ? "\(count) would be removed." : "\(count) removed."]
    }
}
