internal import CDBus

/// The name of a program on the bus: unique (`:1.42`) or well known (`org.saluton.Saluton1`).
public struct BusName: WireName {
    public let rawValue: String

    public init(trusted rawValue: String) { self.rawValue = rawValue }

    public static func accepts(_ text: UnsafePointer<CChar>) -> Bool { dbus_validate_bus_name(text, nil) != 0 }

    /// The bus itself.
    public static let bus = BusName(trusted: "org.freedesktop.DBus")

    /// Whether the bus gave the name to one connection; such names are never given twice.
    public var isUnique: Bool { rawValue.utf8.first == UInt8(ascii: ":") }
}
