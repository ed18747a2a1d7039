/// Which signals somebody wants to see.  Absent parts match everything.
public struct MatchRule: Hashable, Sendable {
    /// A well-known name is followed from owner to owner.
    public var sender: BusName?
    public var path: ObjectPath?
    /// The path itself and all below it; not together with `path`.
    public var pathNamespace: ObjectPath?
    public var interface: InterfaceName?
    public var member: MemberName?
    /// The first argument, a string.
    public var firstArgument: String?

    public init(
        sender: BusName? = nil, path: ObjectPath? = nil, pathNamespace: ObjectPath? = nil,
        interface: InterfaceName? = nil, member: MemberName? = nil, firstArgument: String? = nil
    ) {
        precondition(path == nil || pathNamespace == nil, "path and pathNamespace exclude each other")
        self.sender = sender
        self.path = path
        self.pathNamespace = pathNamespace
        self.interface = interface
        self.member = member
        self.firstArgument = firstArgument
    }

    /// The departure or arrival of one name.
    static func owner(of name: BusName) -> MatchRule {
        MatchRule(
            sender: .bus, path: "/org/freedesktop/DBus", interface: "org.freedesktop.DBus",
            member: "NameOwnerChanged", firstArgument: name.rawValue)
    }

    /// The rule in the bus's own form (D-Bus specification, "Match Rules").
    var text: String {
        var parts = ["type='signal'"]
        if let sender { parts.append("sender='\(sender)'") }
        if let path { parts.append("path='\(path)'") }
        if let pathNamespace { parts.append("path_namespace='\(pathNamespace)'") }
        if let interface { parts.append("interface='\(interface)'") }
        if let member { parts.append("member='\(member)'") }
        if let firstArgument {
            // Inside apostrophes nothing is special; an apostrophe stands outside of them, behind a backslash.
            parts.append(
                "arg0='"
                    + firstArgument.split(separator: "'", omittingEmptySubsequences: false)
                    .joined(separator: "'\\''") + "'")
        }
        return parts.joined(separator: ",")
    }

    /// Whether a signal matches, its sender aside.
    public func matches(_ signal: Signal) -> Bool {
        if let path, path != signal.path { return false }
        if let pathNamespace, !signal.path.isWithin(pathNamespace) { return false }
        if let interface, interface != signal.interface { return false }
        if let member, member != signal.member { return false }
        if let firstArgument, signal.arguments.first != .string(firstArgument) { return false }
        return true
    }
}
