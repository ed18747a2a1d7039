/// The name of this installation towards servers (XEP-0388 §2.3).
enum Installation {
    /// A random UUID (RFC 9562 §5.4) of the 128 bits, in lower case.
    static func uuid(_ high: UInt64, _ low: UInt64) -> String {
        let first = high & ~0xF000 | 0x4000
        let second = low & ~(3 << 62) | 1 << 63
        let digits = Array(hex(first) + hex(second))
        let groups = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(digits[$0]) }
        return groups.joined(separator: "-")
    }

    private static func hex(_ value: UInt64) -> String {
        let text = String(value, radix: 16)
        return String(repeating: "0", count: 16 - text.count) + text
    }
}
