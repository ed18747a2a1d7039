/// A method call that we make.
public struct MethodCall: Equatable, Sendable {
    public var destination: BusName
    public var path: ObjectPath
    public var interface: InterfaceName
    public var member: MemberName
    public var arguments: [Value]
    /// Whether the bus starts the destination when it is not running.
    public var startsService = true

    public init(
        to destination: BusName, path: ObjectPath, interface: InterfaceName, member: MemberName,
        _ arguments: [Value] = []
    ) {
        self.destination = destination
        self.path = path
        self.interface = interface
        self.member = member
        self.arguments = arguments
    }

    /// A call to the bus itself.
    static func bus(_ member: MemberName, _ arguments: [Value]) -> MethodCall {
        MethodCall(
            to: .bus, path: "/org/freedesktop/DBus", interface: "org.freedesktop.DBus", member: member, arguments)
    }
}
