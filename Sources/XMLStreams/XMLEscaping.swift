/// Character data as it stands in XML (XML 1.0 §2.4, §3.3.3).
enum XMLEscaping {
    enum Place { case text, attribute }

    /// Appends the text so that a parser reads back the same, but for characters that XML cannot carry: U+FFFD.
    static func append(_ text: String, _ place: Place, to bytes: inout [UInt8]) {
        var text = text
        text.withUTF8 { append($0, place, to: &bytes) }
    }

    private static func append(_ text: UnsafeBufferPointer<UInt8>, _ place: Place, to bytes: inout [UInt8]) {
        var start = 0
        for index in text.indices {
            let byte = text[index]
            guard byte <= 0x3E || byte == 0xEF, let (replacement, length) = replacement(text, index, place) else {
                continue
            }
            bytes.append(contentsOf: text[start..<index])
            bytes.append(contentsOf: replacement.utf8)
            start = index + length
        }
        bytes.append(contentsOf: text[start...])
    }

    /// What stands for the character that begins here, and how many bytes it has; `nil` when it may stand itself.
    private static func replacement(
        _ text: UnsafeBufferPointer<UInt8>, _ index: Int, _ place: Place
    ) -> (String, Int)? {
        switch text[index] {
        case UInt8(ascii: "&"): ("&amp;", 1)
        case UInt8(ascii: "<"): ("&lt;", 1)
        case UInt8(ascii: ">"): ("&gt;", 1)
        case 0x0D: ("&#xD;", 1)
        case 0x09: place == .attribute ? ("&#x9;", 1) : nil
        case 0x0A: place == .attribute ? ("&#xA;", 1) : nil
        case UInt8(ascii: "'"): place == .attribute ? ("&apos;", 1) : nil
        case UInt8(ascii: "\""): place == .attribute ? ("&quot;", 1) : nil
        case 0..<0x20: ("\u{FFFD}", 1)
        case 0xEF where text[index + 1] == 0xBF && text[index + 2] >= 0xBE: ("\u{FFFD}", 3)
        default: nil
        }
    }
}
