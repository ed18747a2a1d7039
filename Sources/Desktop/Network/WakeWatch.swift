public import DBusWire

/// Tells when the machine has woken, as logind says it on the system bus (org.freedesktop.login1, PrepareForSleep).
public enum WakeWatch {
    /// One element for each waking; `nil` when there is no system bus.
    public static func stream(
        _ address: BusAddress = .address("unix:path=/run/dbus/system_bus_socket")
    ) async -> AsyncStream<Void>? {
        guard let connection = try? await BusConnection.open(address) else { return nil }
        let rule = MatchRule(
            sender: "org.freedesktop.login1", path: "/org/freedesktop/login1",
            interface: "org.freedesktop.login1.Manager", member: "PrepareForSleep")
        guard let signals = try? await connection.subscribe(rule) else {
            connection.close()
            return nil
        }
        let (stream, continuation) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
        // Lives as long as the system bus does; there is nothing to wait for.
        Task {
            for await case .signal(let signal) in signals where signal.arguments.first == .bool(false) {
                continuation.yield()
            }
            continuation.finish()
            connection.close()
        }
        return stream
    }
}
