/// Which bytes of a text cannot stand in a JSON string as they are.
enum JSONEscapes {
    /// The first byte of U+2028 and U+2029, and of much that is harmless.
    static let separatorLead: UInt8 = 0xE2

    /// Where a run of bytes ends that need no second look; eight at a time.
    static func plainEnd(of text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        let raw = UnsafeRawBufferPointer(text)
        var index = start
        while index + 8 <= text.count {
            guard !mayNeedEscape(raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)) else { break }
            index += 8
        }
        while index < text.count, !mayNeedEscape(text[index]) { index += 1 }
        return index
    }

    /// The escape for U+2028 or U+2029 when one begins here.
    static func lineSeparator(in text: UnsafeBufferPointer<UInt8>, at index: Int) -> String? {
        guard text.count - index >= 3, text[index] == separatorLead, text[index + 1] == 0x80 else { return nil }
        return switch text[index + 2] {
        case 0xA8: "\\u2028"
        case 0xA9: "\\u2029"
        default: nil
        }
    }

    private static func mayNeedEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F || byte == separatorLead
    }

    /// The same for eight bytes: whether any of them is below 0x20 or one of the four.
    private static func mayNeedEscape(_ word: UInt64) -> Bool {
        let high: UInt64 = 0x8080_8080_8080_8080
        let control = (word &- 0x2020_2020_2020_2020) & ~word
        let special =
            zero(word ^ 0x2222_2222_2222_2222) | zero(word ^ 0x5C5C_5C5C_5C5C_5C5C)
            | zero(word ^ 0x7F7F_7F7F_7F7F_7F7F) | zero(word ^ 0xE2E2_E2E2_E2E2_E2E2)
        return (control | special) & high != 0
    }

    /// Has the high bit of some byte set when a byte is zero.
    private static func zero(_ word: UInt64) -> UInt64 {
        (word &- 0x0101_0101_0101_0101) & ~word
    }
}
