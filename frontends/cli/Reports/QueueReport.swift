import FrontendKit
import JSONText

/// What waits to be sent or acknowledged.
struct QueueReport: Report {
    var entries: [EntryShape]
    /// µs since 1970, UTC.
    var now: Int64

    var json: JSON { ["entries": .array(entries.map(\.json))] }

    func lines(_ time: LocalTime) -> [String] {
        guard !entries.isEmpty else { return ["Nothing waits."] }
        var table = TextTable("ENTRY", "TO", "SINCE", "STATE", "TRIES", "TEXT")
        for entry in entries {
            let state = entry.progress.map { RemoteText($0.name).printable } ?? ""
            let reason = entry.reason.map { ": " + $0.printable } ?? ""
            table.append([
                RemoteText(entry.id).printable, entry.peer?.printable ?? "", entry.time.map(time.text) ?? "",
                state + reason, entry.attempts.map(String.init) ?? "", entry.summary.shortened(to: 40),
            ])
        }
        return table.lines
    }
}

extension EntryShape {
    /// What it says, on one line; safe for a terminal.
    var summary: String {
        if let act = json["act"]?.string, let entry = json["entry"]?.string {
            return RemoteText("(\(act) \(entry))").printable
        }
        if isRetracted { return "(retracted)" }
        if let spoiler { return spoiler.isEmpty ? "(spoiler)" : "(spoiler: \(spoiler.printable))" }
        if let action { return "* " + action.printable }
        if let seal { return "(encrypted with \(seal.printable))" }
        let texts = texts.isEmpty ? subjects : ownTexts
        return texts.first?.text.printableLines.first { !$0.isEmpty } ?? links.first?.url.printable ?? ""
    }
}
