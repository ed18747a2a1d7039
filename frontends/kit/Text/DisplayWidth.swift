extension String {
    /// How many cells of a terminal the text takes (UAX #11, with emoji as two).
    public var displayWidth: Int {
        var isPlain = true
        for byte in utf8 where !(0x20..<0x7F).contains(byte) {
            isPlain = false
            break
        }
        return isPlain ? utf8.count : reduce(0) { $0 + $1.displayWidth }
    }

    /// The text with spaces behind it up to a width; longer text stays as it is.
    public func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - displayWidth))
    }

    /// As much of the text's beginning as goes into a width, with an ellipsis where something is left out.
    public func shortened(to width: Int) -> String {
        guard displayWidth > width else { return self }
        var result = ""
        var used = 1
        for character in self {
            used += character.displayWidth
            guard used <= width else { break }
            result.append(character)
        }
        // What was isolated stays isolated.
        return result + "…" + (unicodeScalars.first == "\u{2068}" ? "\u{2069}" : "")
    }
}

extension Character {
    /// Cells of one grapheme: that of its widest scalar; two when it asks to be shown as emoji.
    var displayWidth: Int {
        let asksForEmoji = unicodeScalars.contains { $0.value == 0xFE0F } && unicodeScalars.count > 1
        return asksForEmoji ? 2 : unicodeScalars.reduce(0) { max($0, $1.displayWidth) }
    }
}

extension Unicode.Scalar {
    var displayWidth: Int {
        if (0x20..<0x7F).contains(value) { return 1 }
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: return 0
        default: return isWide ? 2 : 1
        }
    }

    private var isWide: Bool {
        switch value {
        case 0..<0x1100: false
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0xA4CF: true
        case 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F: true
        case 0xFF00...0xFF60, 0xFFE0...0xFFE6: true
        case 0x16FE0...0x18CFF, 0x1AFF0...0x1B2FB, 0x1F200...0x1F251, 0x20000...0x3FFFD: true
        default: properties.isEmojiPresentation
        }
    }
}
