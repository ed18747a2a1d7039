import FrontendKit
import JSONText

/// What a search found.
struct SearchReport: Report {
    struct Hit: Equatable {
        var entry: EntryShape
        var context: SearchContext?
    }

    var hits: [Hit]
    /// Cursor to go on; nil where there is no more.
    var next: String?
    var showsSpoilers = false

    var json: JSON {
        var members = [JSON.Member("entries", .array(hits.map(Self.json)))]
        if let next { members.append(JSON.Member("next", .string(next))) }
        return .object(members)
    }

    private static func json(_ hit: Hit) -> JSON {
        guard let context = hit.context, let members = hit.entry.json.members else { return hit.entry.json }
        let around: JSON = [
            "before": .array(context.before.map(\.json)), "after": .array(context.after.map(\.json)),
        ]
        return .object(members + [JSON.Member("context", around)])
    }

    func lines(_ time: LocalTime) -> [String] {
        guard !hits.isEmpty else { return ["Nothing found."] }
        var lines: [String] = []
        for hit in hits {
            if hit.context != nil && !lines.isEmpty { lines.append("--") }
            lines += around(hit.context?.before, time)
            lines += EntryReport(entry: hit.entry, showsPlace: true, showsSpoilers: showsSpoilers).lines(time)
            lines += around(hit.context?.after, time)
        }
        if let next { lines.append("More: the same with --cursor " + RemoteText(next).printable) }
        return lines
    }

    private func around(_ entries: [EntryShape]?, _ time: LocalTime) -> [String] {
        (entries ?? []).flatMap { EntryReport(entry: $0, showsSpoilers: showsSpoilers).lines(time) }.map { "  " + $0 }
    }
}
