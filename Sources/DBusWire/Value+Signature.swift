extension Value {
    /// The type of this value: one complete type.
    public var signature: Signature { Signature(trusted: typeText) }

    /// The letter with which the type begins.
    var code: TypeCode {
        switch self {
        case .byte: .byte
        case .bool: .bool
        case .int16: .int16
        case .uint16: .uint16
        case .int32: .int32
        case .uint32: .uint32
        case .int64: .int64
        case .uint64: .uint64
        case .double: .double
        case .string: .string
        case .path: .path
        case .signature: .signature
        case .descriptor: .descriptor
        case .bytes, .array, .fields, .dictionary: .array
        case .structure: .structure
        case .variant: .variant
        }
    }

    /// The signature as text; literals, so nothing is allocated for the common types.
    var typeText: String {
        switch self {
        case .byte: "y"
        case .bool: "b"
        case .int16: "n"
        case .uint16: "q"
        case .int32: "i"
        case .uint32: "u"
        case .int64: "x"
        case .uint64: "t"
        case .double: "d"
        case .string: "s"
        case .path: "o"
        case .signature: "g"
        case .descriptor: "h"
        case .bytes: "ay"
        case .array(_, let element): "a" + element.rawValue
        case .fields: "a{sv}"
        case .dictionary(_, let key, let value): "a{" + key.rawValue + value.rawValue + "}"
        case .structure(let members): "(" + members.lazy.map(\.typeText).joined() + ")"
        case .variant: "v"
        }
    }
}

extension Sequence<Value> {
    /// The types of all values in order.
    public var signature: Signature { Signature(trusted: lazy.map(\.typeText).joined()) }
}
