public import BusAPI
public import DBusWire

/// The way to one daemon: calls go to the one connection whose user was checked, whoever takes its name later.
public struct PinnedClient: BusClient {
    let way: Daemon.Way

    public func call(
        _ path: ObjectPath, _ interface: InterfaceName, _ member: MemberName, _ arguments: [Value], timeout: Duration?
    ) async throws(BusError) -> [Value] {
        switch way {
        case .bus(let connection, let owner):
            try await DBusClient(connection, destination: owner)
                .call(path, interface, member, arguments, timeout: timeout)
        case .socket(let client): try await client.call(path, interface, member, arguments, timeout: timeout)
        }
    }

    /// Signals are matched by the well-known name: the bus then says when another connection takes it.
    public func signals(_ rule: MatchRule) async throws(BusError) -> AsyncStream<Delivery> {
        switch way {
        case .bus(let connection, owner: _):
            try await DBusClient(connection, destination: Daemon.name).signals(rule)
        case .socket(let client): try await client.signals(rule)
        }
    }
}
