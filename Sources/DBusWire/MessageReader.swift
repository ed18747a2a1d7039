internal import CDBus
internal import Glibc

/// Reads the values of a message that libdbus has already validated.
struct MessageReader {
    /// Bytes that may still be read.
    private var budget: Int

    static func arguments(of message: OpaquePointer, limit: Int) throws(WireError) -> [Value] {
        var used = 0
        return try arguments(of: message, limit: limit, used: &used)
    }

    /// `used` becomes the size of what was read, about as marshalled.
    static func arguments(of message: OpaquePointer, limit: Int, used: inout Int) throws(WireError) -> [Value] {
        guard let signature = dbus_message_get_signature(message), signature.pointee != 0 else { return [] }
        var iterator = DBusMessageIter()
        guard dbus_message_iter_init(message, &iterator) != 0 else { return [] }
        var reader = MessageReader(budget: limit)
        var position = UnsafePointer(signature)
        var values: [Value] = []
        while position.pointee != 0 {
            values.append(try reader.read(&iterator, at: &position))
            dbus_message_iter_next(&iterator)
        }
        used = limit - reader.budget
        return values
    }

    /// Reads one value and moves `type` behind its type.
    private mutating func read(
        _ iterator: inout DBusMessageIter, at type: inout UnsafePointer<CChar>
    ) throws(WireError) -> Value {
        let code = TypeCode(type.pointee)
        switch code {
        case .array: return try readArray(&iterator, at: &type)
        case .structure: return try readStructure(&iterator, at: &type)
        case .variant:
            type += 1
            return .variant(try readVariant(&iterator))
        default:
            type += 1
            return try readBasic(&iterator, code)
        }
    }

    private mutating func spend(_ bytes: Int) throws(WireError) {
        budget -= bytes
        if budget < 0 { throw .tooLarge }
    }

    private mutating func readBasic(_ iterator: inout DBusMessageIter, _ code: TypeCode) throws(WireError) -> Value {
        switch code {
        case .string: return .string(try readText(&iterator))
        case .path: return .path(ObjectPath(trusted: try readText(&iterator)))
        case .signature: return .signature(Signature(trusted: try readText(&iterator)))
        default: break
        }
        try spend(8)
        switch code {
        case .byte: return .byte(Self.number(&iterator))
        case .bool: return .bool(Self.number(&iterator) as dbus_bool_t != 0)
        case .int16: return .int16(Self.number(&iterator))
        case .uint16: return .uint16(Self.number(&iterator))
        case .int32: return .int32(Self.number(&iterator))
        case .uint32: return .uint32(Self.number(&iterator))
        case .int64: return .int64(Self.number(&iterator))
        case .uint64: return .uint64(Self.number(&iterator))
        case .double: return .double(Double(bitPattern: Self.number(&iterator)))
        case .descriptor:
            // libdbus gives a duplicate that is ours to close, or -1.
            let number: Int32 = Self.number(&iterator)
            guard number >= 0 else { throw .invalid("a descriptor that could not be duplicated") }
            return .descriptor(OwnedDescriptor(taking: number))
        default: throw .invalid("an unknown type")
        }
    }

    private mutating func readText(_ iterator: inout DBusMessageIter) throws(WireError) -> String {
        var start: UnsafePointer<CChar>?
        withUnsafeMutablePointer(to: &start) { dbus_message_iter_get_basic(&iterator, $0) }
        guard let start else { throw .invalid("a string without content") }
        let length = strlen(start)
        try spend(8 + length)
        return String(decoding: UnsafeRawBufferPointer(start: start, count: length), as: UTF8.self)
    }

    private static func number<Number: FixedWidthInteger & BitwiseCopyable>(
        _ iterator: inout DBusMessageIter
    ) -> Number {
        var number = Number.zero
        withUnsafeMutablePointer(to: &number) { dbus_message_iter_get_basic(&iterator, $0) }
        return number
    }

    private mutating func readVariant(_ iterator: inout DBusMessageIter) throws(WireError) -> Value {
        try spend(4)
        var inner = DBusMessageIter()
        dbus_message_iter_recurse(&iterator, &inner)
        let code = TypeCode(UInt8(truncatingIfNeeded: dbus_message_iter_get_arg_type(&inner)))
        switch code {
        case .array, TypeCode(UInt8(ascii: "r")):
            guard let text = dbus_message_iter_get_signature(&inner) else { throw .outOfMemory }
            defer { dbus_free(text) }
            var position = UnsafePointer(text)
            return try read(&inner, at: &position)
        case .variant: return .variant(try readVariant(&inner))
        default: return try readBasic(&inner, code)
        }
    }

    private mutating func readStructure(
        _ iterator: inout DBusMessageIter, at type: inout UnsafePointer<CChar>
    ) throws(WireError) -> Value {
        try spend(8)
        var inner = DBusMessageIter()
        dbus_message_iter_recurse(&iterator, &inner)
        var members: [Value] = []
        type += 1
        while TypeCode(type.pointee) != .structureEnd {
            members.append(try read(&inner, at: &type))
            dbus_message_iter_next(&inner)
        }
        type += 1
        return .structure(members)
    }

    private mutating func readArray(
        _ iterator: inout DBusMessageIter, at type: inout UnsafePointer<CChar>
    ) throws(WireError) -> Value {
        try spend(8)
        let element = type + 1
        type = type.afterOneType
        var inner = DBusMessageIter()
        dbus_message_iter_recurse(&iterator, &inner)
        switch TypeCode(element.pointee) {
        case .byte: return .bytes(try readBytes(&inner))
        case .entry: return try readDictionary(&inner, element, until: type)
        default: break
        }
        var elements: [Value] = []
        while dbus_message_iter_get_arg_type(&inner) != 0 {
            var position = element
            elements.append(try read(&inner, at: &position))
            dbus_message_iter_next(&inner)
        }
        return .array(elements, of: Signature(trusted: String(bytes: element, until: type)))
    }

    private mutating func readBytes(_ inner: inout DBusMessageIter) throws(WireError) -> [UInt8] {
        var start: UnsafePointer<UInt8>?
        var count: Int32 = 0
        withUnsafeMutablePointer(to: &start) { dbus_message_iter_get_fixed_array(&inner, $0, &count) }
        guard let start, count > 0 else { return [] }
        try spend(Int(count))
        return Array(UnsafeBufferPointer(start: start, count: Int(count)))
    }

    private mutating func readDictionary(
        _ inner: inout DBusMessageIter, _ element: UnsafePointer<CChar>, until end: UnsafePointer<CChar>
    ) throws(WireError) -> Value {
        let valueType = element + 2
        let isFields = TypeCode(element[1]) == .string && TypeCode(valueType.pointee) == .variant
        var fields: [Value.Field] = []
        var entries: [Value.Entry] = []
        while dbus_message_iter_get_arg_type(&inner) != 0 {
            try spend(8)
            var pair = DBusMessageIter()
            dbus_message_iter_recurse(&inner, &pair)
            let key = try readBasic(&pair, TypeCode(element[1]))
            dbus_message_iter_next(&pair)
            if isFields, case .string(let name) = key {
                fields.append(Value.Field(name, try readVariant(&pair)))
            } else {
                var position = valueType
                entries.append(Value.Entry(key, try read(&pair, at: &position)))
            }
            dbus_message_iter_next(&inner)
        }
        if isFields { return .fields(fields) }
        return .dictionary(
            entries, key: Signature(trusted: String(bytes: element + 1, until: valueType)),
            value: Signature(trusted: String(bytes: valueType, until: end - 1)))
    }
}
