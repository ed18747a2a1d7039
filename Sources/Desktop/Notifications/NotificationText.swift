/// Text of others, made fit for a notification.
enum NotificationText {
    /// One line without control characters and marks that turn its direction, cut at so many characters.
    static func line(_ text: String, _ limit: Int) -> String {
        var scalars = String.UnicodeScalarView()
        var isSpace = true
        // What lies far beyond the limit is not even looked at.
        for scalar in text.unicodeScalars.prefix(limit * 8) {
            if scalar.properties.isWhitespace || scalar.properties.generalCategory == .control {
                if !isSpace { scalars.append(" ") }
                isSpace = true
            } else if !isDirection(scalar) {
                scalars.append(scalar)
                isSpace = false
            }
        }
        let line = String(scalars)
        return line.count > limit ? String(line.prefix(limit - 1)) + "…" : line
    }

    /// As markup that says just that (Desktop Notifications Specification, "Markup").
    static func markup(_ text: String) -> String {
        var result = ""
        for character in text {
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.append(character)
            }
        }
        return result
    }

    /// What was typed into a notification, as a message; `nil`: nothing that could be sent.
    static func message(_ text: String) -> String? {
        guard text.utf8.count <= NotificationBounds.reply else { return nil }
        let plain = text.unicodeScalars.filter {
            $0.value >= 0x20 && $0.value != 0xFFFE && $0.value != 0xFFFF || $0 == "\n" || $0 == "\t"
        }
        let message = String(String.UnicodeScalarView(plain))
        return message.allSatisfy(\.isWhitespace) ? nil : message
    }

    private static func isDirection(_ scalar: Unicode.Scalar) -> Bool {
        (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
            || [0x200E, 0x200F, 0x061C].contains(scalar.value)
    }
}
