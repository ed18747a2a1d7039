internal import CDBus

/// The name of an interface, such as `org.saluton.Account1`.
public struct InterfaceName: WireName {
    public let rawValue: String

    public init(trusted rawValue: String) { self.rawValue = rawValue }

    public static func accepts(_ text: UnsafePointer<CChar>) -> Bool { dbus_validate_interface(text, nil) != 0 }
}
