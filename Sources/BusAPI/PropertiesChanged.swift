public import DBusWire

/// `org.freedesktop.DBus.Properties.PropertiesChanged`.
public struct PropertiesChanged: BusSignal, Equatable {
    public static let interface: InterfaceName = "org.freedesktop.DBus.Properties"
    public static let member: MemberName = "PropertiesChanged"

    /// Whose properties.
    public var owner: String
    /// The new values.
    public var changed: Fields
    /// Properties that are absent now, or must be read to know their value.
    public var invalidated: [String]

    public init?(arguments: [Value]) {
        guard arguments.count == 3, let owner = String(busValue: arguments[0]),
            let changed = Fields(busValue: arguments[1]), let invalidated = [String](busValue: arguments[2])
        else { return nil }
        self.owner = owner
        self.changed = changed
        self.invalidated = invalidated
    }

    public var arguments: [Value] { [.string(owner), changed.busValue, invalidated.busValue] }
}
