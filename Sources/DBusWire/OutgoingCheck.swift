internal import CDBus
internal import Glibc

/// Looks at values before libdbus sees them: it would abort on a wrong type and cut a string at U+0000.
struct OutgoingCheck {
    /// An upper bound of the marshalled bytes seen so far.
    private(set) var size = 0

    /// What forbids to send these values; nil when nothing does.
    static func problem(in values: [Value]) -> WireError? {
        var check = OutgoingCheck()
        for value in values {
            if let problem = check.problem(in: value, type: nil, depth: 0) { return problem }
        }
        return values.count > 255 ? .invalid("more than 255 arguments") : nil
    }

    /// `type` is the element type that the open container demands, if there is one.
    private mutating func problem(in value: Value, type: UnsafePointer<CChar>?, depth: Int) -> WireError? {
        if let type, TypeCode(type.pointee) != value.code { return .invalid("an element of another type") }
        size += 8
        guard size <= WireLimits.messageBytes else { return .tooLarge }
        guard depth < WireLimits.depth else { return .invalid("nested too deep") }
        switch value {
        case .string(let text): return problem(inText: text)
        case .path(let path): return count(path.rawValue.utf8.count)
        case .signature(let signature): return count(signature.rawValue.utf8.count)
        case .bytes(let bytes): return Self.expect("y", after: type) ?? count(bytes.count)
        case .fields(let fields): return Self.expect("{sv}", after: type) ?? problem(inFields: fields, depth: depth)
        case .array(let elements, let element):
            return Self.expect(element.rawValue, after: type) ?? problem(inArray: elements, of: element, depth: depth)
        case .dictionary(let entries, let key, let value):
            let text = "{" + key.rawValue + value.rawValue + "}"
            return Self.expect(text, after: type) ?? problem(inDictionary: entries, type: text, key: key, depth: depth)
        case .structure(let members): return problem(inStructure: members, type: type, depth: depth)
        case .variant(let content): return problem(in: content, type: nil, depth: depth + 1)
        default: return nil
        }
    }

    private mutating func count(_ bytes: Int) -> WireError? {
        size += bytes
        return size <= WireLimits.messageBytes ? nil : .tooLarge
    }

    private mutating func problem(inText text: String) -> WireError? {
        if text.utf8.count > WireLimits.messageBytes { return .tooLarge }
        let hasNull = text.utf8.withContiguousStorageIfAvailable { bytes in
            bytes.baseAddress.map { memchr($0, 0, bytes.count) != nil } ?? false
        }
        if hasNull ?? text.utf8.contains(0) { return .invalid("a string with U+0000") }
        return count(text.utf8.count)
    }

    private mutating func problem(inFields fields: [Value.Field], depth: Int) -> WireError? {
        for field in fields {
            if let problem = problem(inText: field.name) { return problem }
            if let problem = problem(in: field.value, type: nil, depth: depth + 2) { return problem }
        }
        return nil
    }

    private mutating func problem(inArray elements: [Value], of element: Signature, depth: Int) -> WireError? {
        element.rawValue.withCString { type in
            guard dbus_signature_validate_single(type, nil) != 0 else { return .invalid("not one element type") }
            // `ay` and `a{sv}` have cases of their own, so that every value has one form only.
            guard TypeCode(type.pointee) != .byte, TypeCode(type.pointee) != .entry else {
                return .invalid("an array that is bytes or a dictionary")
            }
            for value in elements {
                if let problem = problem(in: value, type: type, depth: depth + 1) { return problem }
            }
            return nil
        }
    }

    private mutating func problem(
        inDictionary entries: [Value.Entry], type: String, key: Signature, depth: Int
    ) -> WireError? {
        guard ("a" + type).withCString({ dbus_signature_validate_single($0, nil) != 0 }) else {
            return .invalid("not a dictionary type")
        }
        return type.withCString { text in
            let keyType = text + 1
            let valueType = keyType + key.rawValue.utf8.count
            for entry in entries {
                if let problem = problem(in: entry.key, type: keyType, depth: depth + 2) { return problem }
                if let problem = problem(in: entry.value, type: valueType, depth: depth + 2) { return problem }
            }
            return nil
        }
    }

    private mutating func problem(
        inStructure members: [Value], type: UnsafePointer<CChar>?, depth: Int
    ) -> WireError? {
        guard !members.isEmpty else { return .invalid("an empty structure") }
        var position = type.map { $0 + 1 }
        for member in members {
            if let here = position, TypeCode(here.pointee) == .structureEnd { return .invalid("too many members") }
            if let problem = problem(in: member, type: position, depth: depth + 1) { return problem }
            position = position?.afterOneType
        }
        if let here = position, TypeCode(here.pointee) != .structureEnd { return .invalid("too few members") }
        return nil
    }

    /// Compares an array's element type with the one demanded behind `a`.
    private static func expect(_ element: String, after type: UnsafePointer<CChar>?) -> WireError? {
        guard let type else { return nil }
        let matches = element.withCString { strncmp($0, type + 1, element.utf8.count) == 0 }
        return matches ? nil : .invalid("an array of another type")
    }
}
