/// Strict UTF-8 (RFC 3629) of characters that XML 1.0 §2.2 allows, across pieces cut anywhere.
struct CharacterGate {
    /// Continuation bytes still to come.
    private var missing = 0
    private var lower: UInt8 = 0x80
    private var upper: UInt8 = 0xBF
    /// Whether EF was read: behind EF BF, the bytes BE and BF would make U+FFFE and U+FFFF.
    private var isBehindEF = false

    /// Whether the bytes so far end with a whole character.
    var isComplete: Bool { missing == 0 }

    /// How many bytes of the next piece are right; less than its length means refuse the stream.
    mutating func accept(_ bytes: UnsafeRawBufferPointer) -> Int {
        var index = 0
        while index < bytes.count {
            if missing == 0 {
                index = Self.endOfPlain(bytes, from: index)
                guard index < bytes.count else { break }
            }
            guard step(bytes[index]) else { return index }
            index += 1
        }
        return index
    }

    /// Skips, eight at a time, over printable ASCII.
    private static func endOfPlain(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
        let high: UInt64 = 0x8080_8080_8080_8080
        var index = start
        while bytes.count - index >= 8 {
            let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            let control = (word &- 0x2020_2020_2020_2020) & ~word
            if (word | control) & high != 0 { break }
            index += 8
        }
        while index < bytes.count, bytes[index] >= 0x20, bytes[index] < 0x80 { index += 1 }
        return index
    }

    private mutating func step(_ byte: UInt8) -> Bool {
        missing == 0 ? lead(byte) : continuation(byte)
    }

    private mutating func lead(_ byte: UInt8) -> Bool {
        (lower, upper, isBehindEF) = (0x80, 0xBF, false)
        switch byte {
        case 0x20...0x7F, 0x09, 0x0A, 0x0D: return true
        case 0xC2...0xDF: missing = 1
        case 0xE0: (missing, lower) = (2, 0xA0)
        case 0xED: (missing, upper) = (2, 0x9F)
        case 0xEF: (missing, isBehindEF) = (2, true)
        case 0xE1...0xEE: missing = 2
        case 0xF0: (missing, lower) = (3, 0x90)
        case 0xF1...0xF3: missing = 3
        case 0xF4: (missing, upper) = (3, 0x8F)
        default: return false
        }
        return true
    }

    private mutating func continuation(_ byte: UInt8) -> Bool {
        guard byte >= lower, byte <= upper else { return false }
        missing -= 1
        let isNearNonCharacter = isBehindEF && byte == 0xBF
        (lower, upper, isBehindEF) = (0x80, isNearNonCharacter ? 0xBD : 0xBF, false)
        return true
    }
}
