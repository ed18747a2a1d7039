import FrontendKit
import JSONText

/// What a message read before it was corrected, and what it reads now.
struct VersionsReport: Report {
    var entry: EntryShape
    var versions: [VersionShape]

    var json: JSON { ["entry": entry.json, "versions": .array(versions.map(\.json))] }

    func lines(_ time: LocalTime) -> [String] {
        let now = VersionShape(["time": .integer(entry.corrected ?? entry.time ?? 0)])
        let earlier = versions.flatMap { Self.lines($0, texts: $0.texts, subjects: $0.subjects, "", time) }
        let last = Self.lines(now, texts: entry.texts, subjects: entry.subjects, " (now)", time)
        return (versions.isEmpty ? ["It was never corrected."] : earlier) + last
    }

    private static func lines(
        _ version: VersionShape, texts: [LanguageText], subjects: [LanguageText], _ remark: String, _ time: LocalTime
    ) -> [String] {
        let moment = version.time.map(time.text) ?? "(no time)"
        let subject = subjects.isEmpty ? [] : ["Subject: " + LanguageLines.line(subjects)]
        let body = subject + LanguageLines.lines(texts)
        return [moment + remark + "  " + (body.first ?? "")] + body.dropFirst().map { "    " + $0 }
    }
}
