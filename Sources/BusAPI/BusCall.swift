public import DBusWire

/// A call as a server object sees it, whatever door it came through.
public struct BusCall: Sendable {
    public let caller: Caller
    public let path: ObjectPath
    public let interface: InterfaceName
    public let member: MemberName

    public init(caller: Caller, path: ObjectPath, interface: InterfaceName, member: MemberName) {
        self.caller = caller
        self.path = path
        self.interface = interface
        self.member = member
    }
}
