internal import CDBus

/// The name of a method, a signal or a property, such as `Connect`.
public struct MemberName: WireName {
    public let rawValue: String

    public init(trusted rawValue: String) { self.rawValue = rawValue }

    public static func accepts(_ text: UnsafePointer<CChar>) -> Bool { dbus_validate_member(text, nil) != 0 }
}
