public import BusAPI
public import DBusWire

/// The way to one daemon: calls go to the one connection whose user was checked, whoever takes its name later.
public struct PinnedClient: BusClient {
    let connection: BusConnection
    /// The unique name of the daemon's connection.
    let owner: BusName

    public func call(
        _ path: ObjectPath, _ interface: InterfaceName, _ member: MemberName, _ arguments: [Value], timeout: Duration?
    ) async throws(BusError) -> [Value] {
        try await DBusClient(connection, destination: owner).call(path, interface, member, arguments, timeout: timeout)
    }

    /// Follows signals of the daemon's name, so that its end is noticed: the stream says `resync` then, and the next call
    /// fails.
    public func signals(_ rule: MatchRule) async throws(BusError) -> AsyncStream<Delivery> {
        try await DBusClient(connection, destination: Daemon.name).signals(rule)
    }
}
