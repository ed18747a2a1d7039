public import DBusWire

/// A way to the daemon, for the proxies: D-Bus, or another door.
public protocol BusClient: Sendable {
    /// Calls a method.
    /// - Parameter timeout: nil for the usual time.
    func call(
        _ path: ObjectPath, _ interface: InterfaceName, _ member: MemberName, _ arguments: [Value], timeout: Duration?
    ) async throws(BusError) -> [Value]

    /// Follows signals of the daemon; `sender` in the rule is for the client to set.
    func signals(_ rule: MatchRule) async throws(BusError) -> AsyncStream<Delivery>
}

extension BusClient {
    /// Reads all properties of one interface of an object.
    public func properties<Properties: InterfaceProperties>(
        _ path: ObjectPath, as type: Properties.Type = Properties.self
    ) async throws(BusError) -> Properties {
        let reply = try await call(
            path, "org.freedesktop.DBus.Properties", "GetAll", [.string(Properties.interface.name.rawValue)],
            timeout: nil)
        var output = Arguments(reply)
        var properties = Properties()
        try properties.apply(output.next())
        return properties
    }

    /// Reads one property.
    public func property<Content: BusRepresentable>(
        _ path: ObjectPath, _ interface: InterfaceName, _ name: MemberName
    ) async throws(BusError) -> Content {
        let reply = try await call(
            path, "org.freedesktop.DBus.Properties", "Get", [.string(interface.rawValue), .string(name.rawValue)],
            timeout: nil)
        var output = Arguments(reply)
        var content = Arguments([try output.next(Value.self)])
        return try content.next()
    }

    /// Sets one property.
    public func setProperty(
        _ path: ObjectPath, _ interface: InterfaceName, _ name: MemberName, to value: Value
    ) async throws(BusError) {
        _ = try await call(
            path, "org.freedesktop.DBus.Properties", "Set",
            [.string(interface.rawValue), .string(name.rawValue), .variant(value)], timeout: nil)
    }

    /// Follows one signal: at one path, or at all of them.
    public func signals<Event: BusSignal>(
        _ type: Event.Type = Event.self, at path: ObjectPath? = nil
    ) async throws(BusError) -> BusUpdates<Event> {
        BusUpdates(
            try await signals(MatchRule(path: path, interface: Event.interface, member: Event.member)))
    }

    /// Follows the properties of one interface, of the object at the path or of all objects.
    public func changes<Properties: InterfaceProperties>(
        of type: Properties.Type = Properties.self, at path: ObjectPath? = nil
    ) async throws(BusError) -> BusUpdates<PropertiesChanged> {
        BusUpdates(
            try await signals(
                MatchRule(
                    path: path, interface: PropertiesChanged.interface, member: PropertiesChanged.member,
                    firstArgument: Properties.interface.name.rawValue)))
    }
}
