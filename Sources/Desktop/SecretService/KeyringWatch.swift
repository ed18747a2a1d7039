public import DBusWire
import Synchronization

/// Whether a Secret Service is on the bus, now and later.
public final class KeyringWatch: Sendable {
    private let running: Mutex<Bool>
    private let signals: AsyncStream<Delivery>?

    /// Looks, and listens from then on.
    public init(_ connection: BusConnection) async {
        // First the signals, then the question: nothing falls between the two.
        signals = try? await connection.subscribe(
            MatchRule(
                sender: "org.freedesktop.DBus", interface: "org.freedesktop.DBus", member: "NameOwnerChanged",
                firstArgument: "org.freedesktop.secrets"))
        running = Mutex(await SecretServiceVault.isRunning(on: connection))
    }

    public var isRunning: Bool { running.withLock { $0 } }

    /// Calls at each change, for as long as the connection lives.
    public func follow(_ changed: @Sendable (Bool) async -> Void) async {
        guard let signals else { return }
        for await case .signal(let signal) in signals {
            guard signal.arguments.count == 3, case .string(let owner) = signal.arguments[2] else { continue }
            let now = !owner.isEmpty
            let isNews = running.withLock { running in
                defer { running = now }
                return running != now
            }
            if isNews { await changed(now) }
        }
    }
}
