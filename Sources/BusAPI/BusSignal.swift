public import DBusWire

/// A signal with its arguments; generated.
public protocol BusSignal: Sendable {
    static var interface: InterfaceName { get }
    static var member: MemberName { get }

    /// Nil when the arguments are of other types.
    init?(arguments: [Value])

    var arguments: [Value] { get }
}
