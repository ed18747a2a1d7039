import FrontendKit
import JSONText

/// One event of the log.
struct EventReport: Report {
    var event: EventShape

    var json: JSON { event.json }

    func lines(_ time: LocalTime) -> [String] {
        let place = [event.account, event.conversation].compactMap { $0 }.map { RemoteText($0).printable }
        let head = "\(event.number)  \(time.text(event.time))  \(RemoteText(event.kind).printable)"
        let line = ([head] + (place.isEmpty ? [] : [place.joined(separator: "/")]) + [summary(time)])
        return [line.filter { !$0.isEmpty }.joined(separator: "  ")]
    }

    /// What matters of the content; the whole of it where we do not know the kind.
    private func summary(_ time: LocalTime) -> String {
        let content = event.content
        switch event.kind {
        case "message" where content["removed"] == nil, "message-changed" where content["removed"] == nil:
            let entry = EntryShape(content)
            let author = entry.author?.printable ?? ""
            return "\(entry.isOutgoing ? "→" : "←") \(author)  \(LanguageLines.line(entry.texts))"
        default:
            let facts = (content.members ?? []).compactMap { member -> String? in
                guard let value = Self.plain(member.value) else { return nil }
                return RemoteText(member.name).printable + "=" + RemoteText(value).printable
            }
            return facts.joined(separator: " ")
        }
    }

    private static func plain(_ json: JSON) -> String? {
        switch json {
        case .string(let text): text.isEmpty ? nil : text
        case .integer, .bool, .decimal: json.text
        case .object(let members): members.isEmpty ? nil : json.text
        case .array(let elements): elements.isEmpty ? nil : json.text
        case .null: nil
        }
    }
}
