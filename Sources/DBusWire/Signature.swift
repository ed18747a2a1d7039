internal import CDBus

/// A sequence of complete types, such as `sa{sv}`; the empty signature stands for no value.
public struct Signature: WireName {
    public let rawValue: String

    public init(trusted rawValue: String) { self.rawValue = rawValue }

    public static func accepts(_ text: UnsafePointer<CChar>) -> Bool { dbus_signature_validate(text, nil) != 0 }

    public static let empty = Signature(trusted: "")
    public static let string = Signature(trusted: "s")
    public static let variant = Signature(trusted: "v")
    public static let fields = Signature(trusted: "a{sv}")

    /// Whether this is exactly one complete type.
    public var isSingle: Bool {
        !rawValue.isEmpty && rawValue.withCString { dbus_signature_validate_single($0, nil) != 0 }
    }

    /// The complete types in order.
    public var parts: [Signature] {
        var parts: [Signature] = []
        rawValue.withCString { start in
            var position = start
            while position.pointee != 0 {
                let end = position.afterOneType
                parts.append(Signature(trusted: String(bytes: position, until: end)))
                position = end
            }
        }
        return parts
    }
}

extension UnsafePointer<CChar> {
    /// The place after the complete type that begins here; the text is a valid signature.
    var afterOneType: UnsafePointer<CChar> {
        var position = self
        while TypeCode(position.pointee) == .array { position += 1 }
        var depth = 0
        repeat {
            switch TypeCode(position.pointee) {
            case .structure, .entry: depth += 1
            case .structureEnd, .entryEnd: depth -= 1
            default: break
            }
            position += 1
        } while depth > 0
        return position
    }
}

extension String {
    /// The text between two places in a signature.
    init(bytes start: UnsafePointer<CChar>, until end: UnsafePointer<CChar>) {
        let bytes = UnsafeRawBufferPointer(start: start, count: end - start)
        self = String(decoding: bytes, as: UTF8.self)
    }
}
