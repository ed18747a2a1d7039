import ArgumentParser
import BusAPI
import DBusWire
import FrontendKit
import JSONText

/// `saluton debug bus`
struct DebugBus: Action {
    static let configuration = CommandConfiguration(
        commandName: "bus", abstract: "Say who answers on the bus, and how fast.")

    @OptionGroup var common: CommonOptions

    func run(at desk: Desk) async throws {
        let daemon = try await desk.daemon()
        let facts = try await daemon.facts()
        let objects = try await daemon.objects()
        func count(_ interface: String) -> Int {
            objects.filter { object in object.interfaces.contains { $0.name == interface } }.count
        }
        try desk.show(
            BusReport(
                name: Daemon.name.rawValue, owner: daemon.owner?.rawValue ?? "socket", processID: daemon.process ?? 0,
                version: facts["version"]?.string ?? "", startedAt: facts["started-at"]?.integer ?? 0,
                roundTrip: try await Self.roundTrip(daemon), accounts: count("org.saluton.Account1"),
                conversations: count("org.saluton.Conversation1")))
    }

    /// The best of ten calls, in µs.
    private static func roundTrip(_ daemon: Daemon) async throws(BusError) -> Int64 {
        var best = Int64.max
        for _ in 0..<10 {
            let start = ContinuousClock.now
            _ = try await daemon.manager.echo(text: "saluton")
            let (seconds, attoseconds) = (ContinuousClock.now - start).components
            best = min(best, seconds * 1_000_000 + attoseconds / 1_000_000_000_000)
        }
        return best
    }
}
