internal import CDBus

/// The path of an object, such as `/org/saluton/Saluton1`.
public struct ObjectPath: WireName {
    public let rawValue: String

    public init(trusted rawValue: String) { self.rawValue = rawValue }

    public static func accepts(_ text: UnsafePointer<CChar>) -> Bool { dbus_validate_path(text, nil) != 0 }

    /// The path one step down.  The component is escaped: bytes outside `A–Z a–z 0–9` become `_xx`, the empty string `_`.
    public func appending(_ component: String) -> ObjectPath {
        let base = rawValue == "/" ? "" : rawValue
        return ObjectPath(trusted: base + "/" + Self.escaped(component))
    }

    /// Whether this is the other path or stands below it.
    public func isWithin(_ other: ObjectPath) -> Bool {
        if other.rawValue == "/" || rawValue == other.rawValue { return true }
        return rawValue.utf8.count > other.rawValue.utf8.count && rawValue.hasPrefix(other.rawValue + "/")
    }

    private static func escaped(_ component: String) -> String {
        if component.isEmpty { return "_" }
        let digits = Array("0123456789abcdef".utf8)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(component.utf8.count)
        for byte in component.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A:
                bytes.append(byte)
            default:
                bytes.append(0x5F)
                bytes.append(digits[Int(byte >> 4)])
                bytes.append(digits[Int(byte & 15)])
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
