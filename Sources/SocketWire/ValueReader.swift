public import DBusWire
public import JSONText

/// JSON values as D-Bus values of given types; the mapping is in `docs/api-socket.md`.
public enum ValueReader {
    /// Why a JSON value is not of a type.
    public struct Mismatch: Error, Equatable, Sendable {
        /// A sentence without content of the value.
        public let sentence: String

        init(_ sentence: String) { self.sentence = sentence }
    }

    /// The arguments of a call or signal, in order.
    public static func values(_ elements: [JSON], as signature: Signature) throws(Mismatch) -> [Value] {
        let types = signature.parts
        guard types.count == elements.count else {
            throw Mismatch("expected \(types.count) arguments of types “\(signature)”, not \(elements.count)")
        }
        var values: [Value] = []
        values.reserveCapacity(types.count)
        for (type, element) in zip(types, elements) { values.append(try value(element, as: type)) }
        return values
    }

    /// A value of a single complete type.
    public static func value(_ json: JSON, as type: Signature) throws(Mismatch) -> Value {
        switch type.rawValue.utf8.first {
        case UInt8(ascii: "a"): return try array(json, type)
        case UInt8(ascii: "("): return try structure(json, type)
        case UInt8(ascii: "v"): return .variant(try variant(json))
        default: return try basic(json, type)
        }
    }

    private static func basic(_ json: JSON, _ type: Signature) throws(Mismatch) -> Value {
        let value: Value? =
            switch type.rawValue {
            case "y": number(json).map(Value.byte)
            case "b": json.bool.map(Value.bool)
            case "n": number(json).map(Value.int16)
            case "q": number(json).map(Value.uint16)
            case "i": number(json).map(Value.int32)
            case "u": number(json).map(Value.uint32)
            case "x": number(json).map(Value.int64)
            case "t": number(json).map(Value.uint64)
            case "d": double(json).map(Value.double)
            case "s": text(json).map(Value.string)
            case "o": json.string.flatMap { ObjectPath(rawValue: $0) }.map(Value.path)
            case "g": json.string.flatMap { Signature(rawValue: $0) }.map(Value.signature)
            default: nil
            }
        guard let value else {
            throw Mismatch(
                type.rawValue == "h" ? "descriptors cannot travel through the socket" : "not a value of type “\(type)”")
        }
        return value
    }

    /// D-Bus strings hold no NUL.
    private static func text(_ json: JSON) -> String? { json.string.flatMap { $0.utf8.contains(0) ? nil : $0 } }

    /// An integer, or a string of digits, which readers of doubles need beyond 2^53.
    private static func number<Number: FixedWidthInteger>(_ json: JSON) -> Number? {
        switch json {
        case .integer(let number): Number(exactly: number)
        case .string(let digits): digits.first == "+" ? nil : Number(digits)
        default: nil
        }
    }

    private static func double(_ json: JSON) -> Double? {
        switch json {
        case .integer(let number): Double(number)
        case .decimal(let number): number
        default: nil
        }
    }

    private static func structure(_ json: JSON, _ type: Signature) throws(Mismatch) -> Value {
        guard let elements = json.array else { throw Mismatch("not a value of type “\(type)”") }
        return .structure(try values(elements, as: Signature(trusted: String(type.rawValue.dropFirst().dropLast()))))
    }

    private static func array(_ json: JSON, _ type: Signature) throws(Mismatch) -> Value {
        let element = Signature(trusted: String(type.rawValue.dropFirst()))
        if element.rawValue == "y" {
            guard let bytes = json.string.flatMap(Base64.decode) else { throw Mismatch("bytes are written as base64") }
            return .bytes(bytes)
        }
        if element.rawValue.utf8.first == UInt8(ascii: "{") { return try dictionary(json, element) }
        guard let elements = json.array else { throw Mismatch("not a value of type “\(type)”") }
        var values: [Value] = []
        values.reserveCapacity(elements.count)
        for member in elements { values.append(try value(member, as: element)) }
        return .array(values, of: element)
    }

    private static func dictionary(_ json: JSON, _ entry: Signature) throws(Mismatch) -> Value {
        guard let members = json.members else { throw Mismatch("not a value of type “a\(entry)”") }
        let types = Signature(trusted: String(entry.rawValue.dropFirst().dropLast())).parts
        let (key, content) = (types[0], types[1])
        if key == .string, content == .variant {
            var fields: [Value.Field] = []
            for member in members {
                guard !member.name.utf8.contains(0) else { throw Mismatch("not a value of type “s”") }
                fields.append(Value.Field(member.name, try variant(member.value)))
            }
            return .fields(fields)
        }
        var entries: [Value.Entry] = []
        for member in members {
            let name: JSON = key.rawValue == "b" ? .bool(member.name == "true") : .string(member.name)
            entries.append(Value.Entry(try basic(name, key), try value(member.value, as: content)))
        }
        return .dictionary(entries, key: key, value: content)
    }

    /// What a variant holds: of the type that is told, else of the one that is plain.
    private static func variant(_ json: JSON) throws(Mismatch) -> Value {
        switch json {
        case .object(let members):
            if members.count == 2, let text = json["type"]?.string, let data = json["data"] {
                guard let type = Signature(rawValue: text), type.isSingle else { throw Mismatch("not a single type") }
                return try value(data, as: type)
            }
            return try value(json, as: .fields)
        case .array(let elements):
            return try value(json, as: elements.allSatisfy { $0.string != nil } ? "as" : "av")
        case .string: return try value(json, as: .string)
        case .bool(let flag): return .bool(flag)
        case .integer(let number): return .int64(number)
        case .decimal(let number): return .double(number)
        case .null: throw Mismatch("null is of no type: leave out what is not there")
        }
    }
}
