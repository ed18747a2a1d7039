/// Base64 in its one strict form (RFC 4648 §4): padded, no line breaks, no stray bits.
public enum Base64 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    private static let padding = UInt8(ascii: "=")
    private static let values: [UInt8] = {
        var values = [UInt8](repeating: 0xFF, count: 256)
        for (value, character) in alphabet.enumerated() { values[Int(character)] = UInt8(value) }
        return values
    }()

    /// The text of `bytes`; empty for none.
    public static func encode(_ bytes: [UInt8]) -> String {
        String(decoding: encodeBytes(bytes), as: UTF8.self)
    }

    /// The characters of `encode(_:)` as ASCII bytes.
    public static func encodeBytes(_ bytes: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count / 3 + 1) * 4)
        var index = 0
        while index < bytes.count {
            let left = bytes.count - index
            let first = bytes[index]
            let second = left > 1 ? bytes[index + 1] : 0
            let third = left > 2 ? bytes[index + 2] : 0
            text.append(alphabet[Int(first >> 2)])
            text.append(alphabet[Int((first & 3) << 4 | second >> 4)])
            text.append(left > 1 ? alphabet[Int((second & 15) << 2 | third >> 6)] : padding)
            text.append(left > 2 ? alphabet[Int(third & 63)] : padding)
            index += 3
        }
        return text
    }

    /// The bytes of a text, or `nil` when it is not exactly what `encode(_:)` gives for any bytes.
    public static func decode(_ text: String) -> [UInt8]? {
        decode(Array(text.utf8)[...])
    }

    /// The bytes of a text given as ASCII, or `nil` as above.
    public static func decode(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        guard text.count % 4 == 0 else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count / 4 * 3)
        var index = text.startIndex
        while index < text.endIndex {
            let quad = text[index..<index + 4]
            index += 4
            guard decodeQuad(quad, isLast: index == text.endIndex, into: &bytes) else { return nil }
        }
        return bytes
    }

    private static func decodeQuad(_ quad: ArraySlice<UInt8>, isLast: Bool, into bytes: inout [UInt8]) -> Bool {
        let start = quad.startIndex
        let paddings = !isLast || quad[start + 3] != padding ? 0 : quad[start + 2] == padding ? 2 : 1
        let first = values[Int(quad[start])]
        let second = values[Int(quad[start + 1])]
        let third = paddings == 2 ? 0 : values[Int(quad[start + 2])]
        let fourth = paddings >= 1 ? 0 : values[Int(quad[start + 3])]
        guard (first | second | third | fourth) < 64 else { return false }
        bytes.append(first << 2 | second >> 4)
        if paddings == 2 { return second & 15 == 0 }
        bytes.append(second << 4 | third >> 2)
        if paddings == 1 { return third & 3 == 0 }
        bytes.append(third << 6 | fourth)
        return true
    }
}
