/// Characters that a local part may not contain, written as backslash and two digits (XEP-0106).
///
/// For local parts only, never for domains or resources, and never when two addresses are compared (§4.1).
public enum JIDEscaping {
    /// The local part to send for what a person typed, as in "d'artagnan" → "d\27artagnan".
    ///
    /// A space at an edge stays as it is, so that preparing the result fails: "\20" must not stand there (§4.1).
    public static func escape(_ text: String) -> String {
        let source = Array(text.utf8)
        var result: [UInt8] = []
        result.reserveCapacity(source.count)
        for (index, byte) in source.enumerated() {
            let isAtEdge = index == 0 || index == source.count - 1
            let isLiteral = byte == .backslash ? escaped(at: index, in: source) == nil : byte == .space && isAtEdge
            if let code = codes[byte], !isLiteral {
                result.append(.backslash)
                result += code.utf8
            } else {
                result.append(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// What to show for a local part, as in "d\27artagnan" → "d'artagnan"; other sequences stay (§4.3).
    ///
    /// "\20" at an edge also stays: it is not valid there, and a space would hide.
    public static func unescape(_ text: String) -> String {
        let source = Array(text.utf8)
        var result: [UInt8] = []
        result.reserveCapacity(source.count)
        var index = 0
        while index < source.count {
            let isAtEdge = index == 0 || index + 3 == source.count
            if let byte = escaped(at: index, in: source), isLowerCase(source, at: index), byte != .space || !isAtEdge {
                result.append(byte)
                index += 3
            } else {
                result.append(source[index])
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// The table of §3.2.
    private static let codes: [UInt8: String] = [
        .space: "20", UInt8(ascii: "\""): "22", UInt8(ascii: "&"): "26", UInt8(ascii: "'"): "27", .slash: "2f",
        UInt8(ascii: ":"): "3a", UInt8(ascii: "<"): "3c", UInt8(ascii: ">"): "3e", .at: "40", .backslash: "5c",
    ]

    private static let bytes = Dictionary(uniqueKeysWithValues: codes.map { ($0.value, $0.key) })

    /// The character whose escape begins here. Upper-case digits count, as preparation will make them lower-case.
    private static func escaped(at index: Int, in source: [UInt8]) -> UInt8? {
        guard source[index] == .backslash, index + 2 < source.count else { return nil }
        return bytes[String(decoding: source[(index + 1)...(index + 2)], as: UTF8.self).lowercased()]
    }

    private static func isLowerCase(_ source: [UInt8], at index: Int) -> Bool {
        !source[index...(index + 2)].contains { (0x41...0x5A).contains($0) }
    }
}

extension UInt8 {
    static let space = UInt8(ascii: " ")
    static let backslash = UInt8(ascii: "\\")
}
