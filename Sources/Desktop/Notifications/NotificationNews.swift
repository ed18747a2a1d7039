import CLibc
import Domain
import JSONText

/// What a message is to notifications, told from its event without reading the whole of it.
///
/// Our own writer made the payload, and inside of texts quotation marks are escaped: what is found is a member.
struct NotificationNews: Hashable, Sendable {
    let isIncoming: Bool
    /// It was delayed on its way, or comes from an archive.
    let isLate: Bool
    /// It names the user or wants attention.
    let isCall: Bool

    /// `nil`: no message.
    init?(_ event: Event) {
        guard event.kind == .message else { return nil }
        isIncoming = Self.holds(event.payload, #""direction":"in""#)
        isLate = Self.holds(event.payload, #""delayed":true"#)
        isCall = Self.holds(event.payload, #""user":true"#) || Self.holds(event.payload, #""attention":true"#)
    }

    static func holds(_ text: String, _ part: StaticString) -> Bool {
        var text = text
        return text.withUTF8 { saluton_holds($0.baseAddress, $0.count, part.utf8Start, part.utf8CodeUnitCount) != 0 }
    }

    /// The line of an entry: its first text, or what stands for it; `nil`: there is nothing to show any more.
    static func line(_ payload: String) -> String? {
        guard let entry = try? JSONParser.parse(payload), entry["retracted"] == nil, entry["removed"] == nil else {
            return nil
        }
        if entry["kind"]?.string == "undecryptable" {
            let encryption = entry["encryption"]?.string.map { " with \(NotificationText.line($0, 60))" } ?? ""
            return "(encrypted\(encryption), which cannot be read here)"
        }
        if let hint = entry["spoiler"]?.members {
            let text = hint.first?.value.string ?? ""
            return text.isEmpty ? "(hidden)" : "(hidden: \(NotificationText.line(text, 60)))"
        }
        let text = entry["texts"]?.members?.first?.value.string ?? entry["subjects"]?.members?.first?.value.string
        guard let text, !text.isEmpty else { return entry["attention"] != nil ? "(wants your attention)" : "(message)" }
        return NotificationText.line(text, NotificationBounds.characters)
    }
}
