import FrontendKit
import JSONText

/// One entry of a conversation.
struct EntryReport: Report {
    var entry: EntryShape

    var json: JSON { entry.json }

    /// `2026-03-04 14:05:06 → romeo@example.org (delivered)  The text`, its other lines beneath it.  What we say stands in
    /// front of what others say, so that nobody can say it for us.
    func lines(_ time: LocalTime) -> [String] {
        let moment = entry.time.map(time.text) ?? "(no time)"
        let author = entry.author?.printable ?? (entry.isOutgoing ? "(us)" : "(nobody)")
        let head = "\(moment) \(entry.isOutgoing ? "→" : "←") \(author)\(remarks)  "
        let body = subjectLines + LanguageLines.lines(entry.texts)
        return [head + (body.first ?? "")] + body.dropFirst().map { "    " + $0 }
    }

    private var subjectLines: [String] {
        entry.subjects.isEmpty ? [] : ["Subject: " + LanguageLines.line(entry.subjects)]
    }

    /// What is unusual: ` (normal, delayed, failed: forbidden)`.
    private var remarks: String {
        var remarks: [String] = []
        if !["chat", ""].contains(entry.kind) { remarks.append(RemoteText(entry.kind).printable) }
        if entry.isDelayed { remarks.append("delayed") }
        let state = entry.progress.map { RemoteText($0.name).printable }
        switch (state, entry.reason?.printable) {
        case (let state?, let reason?): remarks.append(state + ": " + reason)
        case (let state?, nil): remarks.append(state)
        case (nil, let reason?): remarks.append(reason)
        case (nil, nil): break
        }
        return remarks.isEmpty ? "" : " (" + remarks.joined(separator: ", ") + ")"
    }
}

/// A page of a conversation.
struct HistoryReport: Report {
    var peer: String
    /// As it was named on the command line.
    var account: String?
    var entries: [EntryShape]
    /// Cursor for the page before; nil where there is none.
    var earlier: String?
    var later: String

    var json: JSON {
        var members = [JSON.Member("entries", .array(entries.map(\.json)))]
        if let earlier { members.append(JSON.Member("earlier", .string(earlier))) }
        members.append(JSON.Member("later", .string(later)))
        return .object(members)
    }

    func lines(_ time: LocalTime) -> [String] {
        var lines = entries.flatMap { EntryReport(entry: $0).lines(time) }
        if entries.isEmpty { lines.append("Nothing here yet.") }
        if let earlier {
            let words = ["saluton history", peer] + (account.map { ["--account", $0] } ?? []) + ["--before", earlier]
            lines.append("Earlier: " + RemoteText(words.joined(separator: " ")).printable)
        }
        return lines
    }
}

/// A message that was sent.
struct SentReport: Report {
    var entry: EntryShape

    var json: JSON { entry.json }

    func lines(_ time: LocalTime) -> [String] {
        switch entry.progress {
        case .some(let progress) where progress.isAcknowledged: []
        default: ["Queued as \(RemoteText(entry.id).printable)."]
        }
    }
}
