import DBusWire

/// Makes values of all types and shapes from a seed.
struct RandomValues {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// SplitMix64.
    mutating func number(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
    }

    mutating func value(depth: Int = 0) -> Value {
        let type = type(depth: depth)
        return value(of: type, depth: depth)
    }

    private mutating func type(depth: Int) -> String {
        let basic = ["y", "b", "n", "q", "i", "u", "x", "t", "d", "s", "o", "g"]
        switch number(depth > 3 ? 12 : 20) {
        case 12: return "v"
        case 13: return "ay"
        case 14: return "a{sv}"
        case 15, 16: return "a" + type(depth: depth + 1)
        case 17: return "a{" + basic[number(12)] + type(depth: depth + 1) + "}"
        case 18, 19: return "(" + (0...number(3)).map { _ in type(depth: depth + 1) }.joined() + ")"
        default: return basic[number(12)]
        }
    }

    private mutating func text() -> String {
        let pieces = ["", "a", "ĉ", "👩‍👩‍👧", "\u{1}", "\u{FFFF}", "'", "\u{10FFFF}", "long enough to leave the small form"]
        return (0..<number(4)).map { _ in pieces[number(pieces.count)] }.joined()
    }

    private mutating func value(of type: String, depth: Int) -> Value {
        switch type {
        case "y": return .byte(UInt8(number(256)))
        case "b": return .bool(number(2) == 1)
        case "n": return .int16(Int16(number(65_536) - 32_768))
        case "q": return .uint16(UInt16(number(65_536)))
        case "i": return .int32(Int32(truncatingIfNeeded: number(.max)))
        case "u": return .uint32(UInt32(truncatingIfNeeded: number(.max)))
        case "x": return .int64(Int64(number(.max)) - Int64(number(.max)))
        case "t": return .uint64(UInt64(number(.max)))
        case "d": return .double(Double(number(1_000)) / 7)
        case "s": return .string(text())
        case "o": return .path(ObjectPath("/").appending(text()))
        case "g": return .signature(Signature(rawValue: self.type(depth: 2)) ?? .empty)
        case "v": return .variant(value(depth: depth + 1))
        case "ay": return .bytes((0..<number(9)).map { _ in UInt8(number(256)) })
        case "a{sv}": return .fields((0..<number(4)).map { _ in .init(text(), value(depth: depth + 2)) })
        default: break
        }
        let inner = Signature(trusted: String(type.dropFirst().dropLast()))
        if type.hasPrefix("(") {
            return .structure(inner.parts.map { value(of: $0.rawValue, depth: depth + 1) })
        }
        let element = String(type.dropFirst())
        guard element.hasPrefix("{") else {
            return .array(
                (0..<number(4)).map { _ in value(of: element, depth: depth + 1) }, of: Signature(trusted: element))
        }
        let parts = Signature(trusted: String(element.dropFirst().dropLast())).parts
        let entries = (0..<number(4)).map { _ in
            Value.Entry(value(of: parts[0].rawValue, depth: depth + 2), value(of: parts[1].rawValue, depth: depth + 2))
        }
        return .dictionary(entries, key: parts[0], value: parts[1])
    }
}
