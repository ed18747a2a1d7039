public import DBusWire

/// The way to the daemon over D-Bus.
public struct DBusClient: BusClient {
    public let connection: BusConnection
    /// The name of the daemon on the bus.
    public let destination: BusName

    public init(_ connection: BusConnection, destination: BusName) {
        self.connection = connection
        self.destination = destination
    }

    public func call(
        _ path: ObjectPath, _ interface: InterfaceName, _ member: MemberName, _ arguments: [Value], timeout: Duration?
    ) async throws(BusError) -> [Value] {
        let call = MethodCall(to: destination, path: path, interface: interface, member: member, arguments)
        do throws(WireError) {
            return try await connection.call(call, timeout: timeout ?? WireLimits.replyTime)
        } catch {
            throw BusError(error)
        }
    }

    public func signals(_ rule: MatchRule) async throws(BusError) -> AsyncStream<Delivery> {
        var rule = rule
        rule.sender = destination
        do throws(WireError) {
            return try await connection.subscribe(rule)
        } catch {
            throw BusError(error)
        }
    }
}
