import FrontendKit
import JSONText

/// What became of a file that was read back.
struct ImportOutcome: Report, Equatable {
    struct Problem: Equatable {
        var line: Int
        var text: String
    }

    /// Lines that are told one by one; more are only counted.
    private static let told = 100

    var isDryRun = false
    var lines: Int64 = 0
    var added: Int64 = 0
    /// Here already.
    var known: Int64 = 0
    /// Refused by the daemon.
    var refused: Int64 = 0
    /// Not even sent: no entry at all.
    private(set) var invalid: Int64 = 0
    private(set) var problems: [Problem] = []

    var tellsMore: Bool { problems.count < Self.told }
    var isWhole: Bool { refused == 0 && invalid == 0 }

    mutating func invalid(_ line: Int, _ reason: String) {
        invalid += 1
        problem(line, reason)
    }

    mutating func problem(_ line: Int, _ text: String) {
        if tellsMore { problems.append(Problem(line: line, text: text)) }
    }

    var json: JSON {
        [
            "dry-run": .bool(isDryRun), "lines": .integer(lines), "added": .integer(added), "known": .integer(known),
            "refused": .integer(refused), "invalid": .integer(invalid),
            "problems": .array(
                problems.sorted { $0.line < $1.line }
                    .map { ["line": .integer(Int64($0.line)), "problem": .string($0.text)] }),
        ]
    }

    func lines(_ time: LocalTime) -> [String] {
        let told = problems.sorted { $0.line < $1.line }
            .map { "line \($0.line): \(RemoteText($0.text).printable)" }
        let verb = isDryRun ? "would be added" : "added"
        var parts = ["\(added) \(verb)", "\(known) here already"]
        if refused > 0 { parts.append("\(refused) refused") }
        if invalid > 0 { parts.append("\(invalid) unreadable") }
        return told + [parts.joined(separator: ", ") + "."]
    }
}
