/// Reads JSON text (RFC 8259), strictly: one value, UTF-8, no name twice, nothing after it but white space.
public struct JSONParser {
    private let bytes: [UInt8]
    private let bounds: JSONBounds
    private var index = 0
    private var values = 0

    /// The value of a whole text.
    public static func parse(_ text: String, within bounds: JSONBounds = JSONBounds()) throws(JSONError) -> JSON {
        guard text.utf8.count <= bounds.bytes else { throw JSONError(.tooLarge, at: bounds.bytes) }
        var parser = JSONParser(bytes: Array(text.utf8), bounds: bounds)
        let value = try parser.value(depth: 0)
        parser.skipSpace()
        guard parser.index == parser.bytes.count else { throw parser.error(.unexpectedByte) }
        return value
    }

    private init(bytes: [UInt8], bounds: JSONBounds) {
        self.bytes = bytes
        self.bounds = bounds
    }

    private func error(_ reason: JSONError.Reason) -> JSONError { JSONError(reason, at: index) }

    private mutating func count() throws(JSONError) {
        values += 1
        guard values <= bounds.values else { throw error(.tooLarge) }
    }

    private mutating func skipSpace() {
        while index < bytes.count {
            switch bytes[index] {
            case 0x20, 0x09, 0x0A, 0x0D: index += 1
            default: return
            }
        }
    }

    private func peek() throws(JSONError) -> UInt8 {
        guard index < bytes.count else { throw error(.unexpectedEnd) }
        return bytes[index]
    }

    private mutating func take(_ byte: UInt8) throws(JSONError) {
        guard try peek() == byte else { throw error(.unexpectedByte) }
        index += 1
    }

    private mutating func value(depth: Int) throws(JSONError) -> JSON {
        guard depth <= bounds.depth else { throw error(.tooDeep) }
        try count()
        skipSpace()
        switch try peek() {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try array(depth: depth)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return try number()
        }
    }

    private mutating func word(_ word: String, _ value: JSON) throws(JSONError) -> JSON {
        for byte in word.utf8 { try take(byte) }
        return value
    }

    private mutating func object(depth: Int) throws(JSONError) -> JSON {
        try take(UInt8(ascii: "{"))
        var members: [JSON.Member] = []
        var names = JSONNames()
        skipSpace()
        if try peek() == UInt8(ascii: "}") {
            index += 1
            return .object([])
        }
        while true {
            try count()
            skipSpace()
            let name = try string()
            guard names.insert(name, among: members) else { throw error(.doubledName) }
            skipSpace()
            try take(UInt8(ascii: ":"))
            members.append(JSON.Member(name, try value(depth: depth + 1)))
            skipSpace()
            if try peek() == UInt8(ascii: "}") { break }
            try take(UInt8(ascii: ","))
        }
        index += 1
        return .object(members)
    }

    private mutating func array(depth: Int) throws(JSONError) -> JSON {
        try take(UInt8(ascii: "["))
        var elements: [JSON] = []
        skipSpace()
        if try peek() == UInt8(ascii: "]") {
            index += 1
            return .array([])
        }
        while true {
            elements.append(try value(depth: depth + 1))
            skipSpace()
            if try peek() == UInt8(ascii: "]") { break }
            try take(UInt8(ascii: ","))
        }
        index += 1
        return .array(elements)
    }
}

extension JSONParser {
    private mutating func string() throws(JSONError) -> String {
        try take(UInt8(ascii: "\""))
        // Most strings stand as they are.
        let start = index
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "\"") {
                defer { index += 1 }
                return String(decoding: bytes[start..<index], as: UTF8.self)
            }
            guard byte >= 0x20, byte != UInt8(ascii: "\\") else { break }
            index += 1
        }
        return try string(after: Array(bytes[start..<index]))
    }

    /// The rest of a string that has escapes.
    private mutating func string(after beginning: [UInt8]) throws(JSONError) -> String {
        var text = beginning
        while true {
            let byte = try peek()
            switch byte {
            case UInt8(ascii: "\""):
                index += 1
                return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"):
                index += 1
                text.append(contentsOf: String(try escape()).utf8)
            case 0..<0x20:
                throw error(.unexpectedByte)
            default:
                text.append(byte)
                index += 1
            }
        }
    }

    private mutating func escape() throws(JSONError) -> Unicode.Scalar {
        let byte = try peek()
        index += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try codePoint()
        default: throw error(.badEscape)
        }
    }

    private mutating func codePoint() throws(JSONError) -> Unicode.Scalar {
        let first = try fourDigits()
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard first < 0xDC00 else { throw error(.badEscape) }
        try take(UInt8(ascii: "\\"))
        try take(UInt8(ascii: "u"))
        let second = try fourDigits()
        guard (0xDC00...0xDFFF).contains(second),
            let scalar = Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
        else { throw error(.badEscape) }
        return scalar
    }

    private mutating func fourDigits() throws(JSONError) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            let byte = try peek()
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { throw error(.badEscape) }
            value = value << 4 | UInt32(digit)
            index += 1
        }
        return value
    }

    private mutating func number() throws(JSONError) -> JSON {
        let start = index
        var isInteger = true
        if try peek() == UInt8(ascii: "-") { index += 1 }
        let whole = index
        try digits()
        guard index == whole + 1 || bytes[whole] != UInt8(ascii: "0") else { throw error(.badNumber) }
        if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
            isInteger = false
            index += 1
            try digits()
        }
        if index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e") {
            isInteger = false
            index += 1
            if try [UInt8(ascii: "+"), UInt8(ascii: "-")].contains(peek()) { index += 1 }
            try digits()
        }
        let text = String(decoding: bytes[start..<index], as: UTF8.self)
        if isInteger, let integer = Int64(text) { return .integer(integer) }
        guard let decimal = Double(text), decimal.isFinite else { throw error(.badNumber) }
        return .decimal(decimal)
    }

    private mutating func digits() throws(JSONError) {
        let start = index
        while index < bytes.count, (0x30...0x39).contains(bytes[index]) { index += 1 }
        guard index > start else { throw error(index < bytes.count ? .unexpectedByte : .unexpectedEnd) }
    }
}
