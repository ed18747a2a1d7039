/// What may be given as a reaction (XEP-0444 §4).
enum Emoji {
    /// Reactions of one person to one entry at most, as far as we send them.
    static let limit = 16
    /// Longest emoji, in bytes.
    static let bytes = 64

    /// Whether a text is shown as one emoji (UTS #51): one character, with a sign in it that is one.
    static func isOne(_ text: String) -> Bool {
        guard (1...bytes).contains(text.utf8.count), text.count == 1 else { return false }
        let scalars = text.unicodeScalars
        // Digits are the beginnings of keycaps.
        return scalars.contains { $0.properties.isEmoji && !$0.isASCII || $0 == "\u{20E3}" }
    }
}
