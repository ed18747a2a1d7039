import FrontendKit
import JSONText

/// A page of a conversation.
struct HistoryReport: Report {
    var peer: String
    /// As it was named on the command line.
    var account: String?
    var entries: [EntryShape]
    /// Cursor for the page before; nil where there is none.
    var earlier: String?
    var later: String
    /// Whether the page was asked for by a cursor, and the way forward is of use.
    var isInside = false
    /// Entries that are answered but not in the page, by their ids.
    var replied: [String: EntryShape] = [:]
    var showsIDs = false
    var showsSpoilers = false

    var json: JSON {
        var members = [JSON.Member("entries", .array(entries.map(\.json)))]
        if let earlier { members.append(JSON.Member("earlier", .string(earlier))) }
        members.append(JSON.Member("later", .string(later)))
        return .object(members)
    }

    func lines(_ time: LocalTime) -> [String] {
        let known = replied.merging(entries.map { ($0.id, $0) }) { $1 }
        var lines = entries.flatMap { entry in
            EntryReport(
                entry: entry, replied: entry.repliedEntry.flatMap { known[$0] }, showsPlace: showsIDs,
                showsSpoilers: showsSpoilers
            ).lines(time)
        }
        if entries.isEmpty { lines.append(isInside ? "Nothing more." : "Nothing here yet.") }
        if let earlier { lines.append("Earlier: " + command("--before", earlier)) }
        if isInside && !entries.isEmpty { lines.append("Later: " + command("--after", later)) }
        return lines
    }

    /// The command that shows another page.
    private func command(_ option: String, _ cursor: String) -> String {
        let words = ["saluton history", peer] + (account.map { ["--account", $0] } ?? []) + [option, cursor]
        return RemoteText(words.joined(separator: " ")).printable
    }
}
