/// A signal, sent or received.
public struct Signal: Equatable, Sendable {
    public var path: ObjectPath
    public var interface: InterfaceName
    public var member: MemberName
    public var arguments: [Value]
    /// The only receiver; nil sends to everybody who asked for such signals.
    public var destination: BusName?
    /// The unique name of who sent it; set on received signals.
    public var sender: BusName?

    public init(
        path: ObjectPath, interface: InterfaceName, member: MemberName, _ arguments: [Value] = [],
        destination: BusName? = nil, sender: BusName? = nil
    ) {
        self.path = path
        self.interface = interface
        self.member = member
        self.arguments = arguments
        self.destination = destination
        self.sender = sender
    }
}
