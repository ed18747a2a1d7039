import FrontendKit
import JSONText

/// One form in which conversations are written down.  Text in, text out: whoever writes it where decides elsewhere.
protocol EntryWriter {
    /// What comes before everything.
    mutating func begin() -> String
    /// A conversation begins.
    mutating func conversation(_ facts: ConversationShape) -> String
    mutating func entry(_ entry: ExportedEntry) -> String
    /// What comes after everything.
    mutating func end() -> String
}

extension EntryWriter {
    mutating func begin() -> String { "" }
    mutating func conversation(_ facts: ConversationShape) -> String { "" }
    mutating func end() -> String { "" }
}

/// An entry with all that was ever written in it.
struct ExportedEntry {
    var entry: EntryShape
    /// Bare address of the other side.
    var peer: String
    /// What it read before, oldest first.
    var versions: [VersionShape]

    /// As `Account1.Import` takes it.
    var json: JSON {
        var members = (entry.json.members ?? []).filter { !["peer", "versions"].contains($0.name) }
        members.append(JSON.Member("peer", .string(peer)))
        if !versions.isEmpty { members.append(JSON.Member("versions", .array(versions.map(\.json)))) }
        return .object(members)
    }
}

/// One entry a line, which `history import` reads back.
struct JSONLinesWriter: EntryWriter {
    func entry(_ entry: ExportedEntry) -> String { Printable.json(entry.json.text) + "\n" }
}
