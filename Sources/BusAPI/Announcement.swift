public import DBusWire

/// A signal on its way out, whatever doors there are.
public struct Announcement: Equatable, Sendable {
    public let path: ObjectPath
    public let interface: InterfaceName
    public let member: MemberName
    public let arguments: [Value]
    /// The only receiver; nil means everybody.
    public let receiver: Caller?

    public init(
        path: ObjectPath, interface: InterfaceName, member: MemberName, _ arguments: [Value], receiver: Caller? = nil
    ) {
        self.path = path
        self.interface = interface
        self.member = member
        self.arguments = arguments
        self.receiver = receiver
    }
}

/// Who sends announcements.  Must not call back into the outlet it is called from.
public protocol Announcer: AnyObject, Sendable {
    func announce(_ announcement: Announcement)
}
