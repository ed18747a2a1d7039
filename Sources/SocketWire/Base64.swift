/// Bytes as text (RFC 4648 §4), with padding and without line breaks.
enum Base64 {
    private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    private static let padding = UInt8(ascii: "=")

    static func encode(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count + 2) / 3 * 4)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let part = bytes[start..<min(start + 3, bytes.count)]
            var group: UInt32 = 0
            for byte in part { group = group << 8 | UInt32(byte) }
            group <<= 8 * UInt32(3 - part.count)
            for place in 0..<4 {
                text.append(place <= part.count ? letters[Int(group >> UInt32(18 - 6 * place)) & 63] : padding)
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// nil for anything but complete groups of four with zero bits behind the end.
    static func decode(_ text: String) -> [UInt8]? {
        let letters = Array(text.utf8)
        guard letters.count.isMultiple(of: 4) else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(letters.count / 4 * 3)
        for start in stride(from: 0, to: letters.count, by: 4) {
            let isLast = start + 4 == letters.count
            var count = 4
            while isLast, count > 2, letters[start + count - 1] == padding { count -= 1 }
            var group: UInt32 = 0
            for place in 0..<4 {
                guard place < count else {
                    group <<= 6
                    continue
                }
                guard let value = value(of: letters[start + place]) else { return nil }
                group = group << 6 | value
            }
            let rest = 8 * UInt32(4 - count)
            guard group & ((1 << rest) - 1) == 0 else { return nil }
            for place in 0..<(count - 1) { bytes.append(UInt8(truncatingIfNeeded: group >> UInt32(16 - 8 * place))) }
        }
        return bytes
    }

    private static func value(of letter: UInt8) -> UInt32? {
        switch letter {
        case 0x41...0x5A: UInt32(letter - 0x41)
        case 0x61...0x7A: UInt32(letter - 0x61) + 26
        case 0x30...0x39: UInt32(letter - 0x30) + 52
        case 0x2B: 62
        case 0x2F: 63
        default: nil
        }
    }
}
