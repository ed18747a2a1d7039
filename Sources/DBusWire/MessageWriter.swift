internal import CDBus

/// Appends checked values to a message.
///
/// A false result means that libdbus found no memory; the message is then thrown away.
enum MessageWriter {
    static func append(_ values: [Value], to message: OpaquePointer) throws(WireError) {
        if values.isEmpty { return }
        if let problem = OutgoingCheck.problem(in: values) { throw problem }
        var iterator = DBusMessageIter()
        dbus_message_iter_init_append(message, &iterator)
        for value in values {
            guard append(value, &iterator) else { throw .outOfMemory }
        }
    }

    private static func append(_ value: Value, _ iterator: inout DBusMessageIter) -> Bool {
        switch value {
        case .byte(let number): appendBasic(number, .byte, &iterator)
        case .bool(let flag): appendBasic(dbus_bool_t(flag ? 1 : 0), .bool, &iterator)
        case .int16(let number): appendBasic(number, .int16, &iterator)
        case .uint16(let number): appendBasic(number, .uint16, &iterator)
        case .int32(let number): appendBasic(number, .int32, &iterator)
        case .uint32(let number): appendBasic(number, .uint32, &iterator)
        case .int64(let number): appendBasic(number, .int64, &iterator)
        case .uint64(let number): appendBasic(number, .uint64, &iterator)
        case .double(let number): appendBasic(number, .double, &iterator)
        case .string(let text): appendText(text, .string, &iterator)
        case .path(let path): appendText(path.rawValue, .path, &iterator)
        case .signature(let signature): appendText(signature.rawValue, .signature, &iterator)
        case .descriptor(let descriptor): appendBasic(descriptor.number, .descriptor, &iterator)
        case .bytes(let bytes): appendBytes(bytes, &iterator)
        case .fields(let fields): appendFields(fields, &iterator)
        case .array(let elements, let type):
            inContainer(.array, of: type.rawValue, &iterator) { inner in
                elements.allSatisfy { append($0, &inner) }
            }
        case .dictionary(let entries, let key, let value):
            inContainer(.array, of: "{" + key.rawValue + value.rawValue + "}", &iterator) { inner in
                entries.allSatisfy { entry in
                    inContainer(.entry, of: nil, &inner) { append(entry.key, &$0) && append(entry.value, &$0) }
                }
            }
        case .structure(let members):
            inContainer(.structure, of: nil, &iterator) { inner in members.allSatisfy { append($0, &inner) } }
        case .variant(let content): appendVariant(content, &iterator)
        }
    }

    private static func appendBasic(
        _ value: some BitwiseCopyable, _ code: TypeCode, _ iterator: inout DBusMessageIter
    ) -> Bool {
        withUnsafePointer(to: value) { dbus_message_iter_append_basic(&iterator, code.forLibrary, $0) != 0 }
    }

    private static func appendText(_ text: String, _ code: TypeCode, _ iterator: inout DBusMessageIter) -> Bool {
        text.withCString { appendBasic($0, code, &iterator) }
    }

    private static func appendBytes(_ bytes: [UInt8], _ iterator: inout DBusMessageIter) -> Bool {
        inContainer(.array, of: "y", &iterator) { inner in
            bytes.withUnsafeBufferPointer { buffer in
                guard let start = buffer.baseAddress, let count = Int32(exactly: buffer.count), count > 0 else {
                    return true
                }
                return withUnsafePointer(to: start) {
                    dbus_message_iter_append_fixed_array(&inner, TypeCode.byte.forLibrary, $0, count) != 0
                }
            }
        }
    }

    private static func appendFields(_ fields: [Value.Field], _ iterator: inout DBusMessageIter) -> Bool {
        inContainer(.array, of: "{sv}", &iterator) { inner in
            for field in fields {
                let done = inContainer(.entry, of: nil, &inner) {
                    appendText(field.name, .string, &$0) && appendVariant(field.value, &$0)
                }
                guard done else { return false }
            }
            return true
        }
    }

    private static func appendVariant(_ content: Value, _ iterator: inout DBusMessageIter) -> Bool {
        inContainer(.variant, of: content.typeText, &iterator) { append(content, &$0) }
    }

    private static func inContainer(
        _ code: TypeCode, of contained: String?, _ iterator: inout DBusMessageIter,
        _ body: (inout DBusMessageIter) -> Bool
    ) -> Bool {
        var inner = DBusMessageIter()
        let opened =
            if let contained {
                contained.withCString { dbus_message_iter_open_container(&iterator, code.forLibrary, $0, &inner) }
            } else {
                dbus_message_iter_open_container(&iterator, code.forLibrary, nil, &inner)
            }
        guard opened != 0 else { return false }
        guard body(&inner) else {
            dbus_message_iter_abandon_container(&iterator, &inner)
            return false
        }
        return dbus_message_iter_close_container(&iterator, &inner) != 0
    }
}
