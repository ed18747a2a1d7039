/// A method call that somebody made to us.
public struct IncomingCall: Sendable {
    /// The unique name of the caller.
    public let caller: BusName
    public let path: ObjectPath
    /// The interface; a caller may leave it out.
    public let interface: InterfaceName?
    public let member: MemberName
    /// The types of the arguments.
    public let signature: Signature
    public let arguments: [Value]

    public init(
        caller: BusName, path: ObjectPath, interface: InterfaceName?, member: MemberName, _ arguments: [Value]
    ) {
        self.init(caller, path, interface, member, arguments.signature, arguments)
    }

    init(
        _ caller: BusName, _ path: ObjectPath, _ interface: InterfaceName?, _ member: MemberName,
        _ signature: Signature, _ arguments: [Value]
    ) {
        self.caller = caller
        self.path = path
        self.interface = interface
        self.member = member
        self.signature = signature
        self.arguments = arguments
    }
}
