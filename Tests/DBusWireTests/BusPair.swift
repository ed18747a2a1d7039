import DBusWire
import TestSupport
import Testing

/// A private bus with an echo service and a client.
struct BusPair {
    let bus: PrivateBus
    let service: BusConnection
    let client: BusConnection

    init(_ handler: some CallHandler = EchoService(), policy: CallerPolicy = .sameUser) async throws {
        bus = try PrivateBus()
        service = try await BusConnection.open(.address(bus.address))
        client = try await BusConnection.open(.address(bus.address))
        service.serve(handler, policy: policy)
        #expect(try await service.requestName("org.saluton.Test1") == .owner)
    }

    func call(_ member: MemberName, _ arguments: [Value] = [], timeout: Duration = .seconds(25)) async throws -> [Value]
    {
        try await client.call(
            MethodCall(to: "org.saluton.Test1", path: "/x", interface: "x.Y", member: member, arguments),
            timeout: timeout)
    }

    func close() {
        client.close()
        service.close()
    }
}
