import DBusWire
import Foundation
import Glibc
import Synchronization
import TestSupport
import Testing

@testable import FrontendKit

@Suite("The way to the daemon")
struct ReachTests {
    private struct Silent: CallHandler {
        func answer(_ call: IncomingCall) -> CallAnswer { .reply([]) }
        func callerLeft(_ caller: BusName) {}
    }

    /// Somebody who owns the daemon's name.
    private func owner(on bus: PrivateBus) async throws -> BusConnection {
        let connection = try await BusConnection.open(.address(bus.address))
        connection.serve(Silent())
        _ = try await connection.requestName(Daemon.name)
        return connection
    }

    @Test("A running daemon of ours is reached, and its process known")
    func running() async throws {
        let bus = try PrivateBus()
        let connection = try await owner(on: bus)
        let daemon = try await Daemon.reach(.address(bus.address), start: .never)
        let name = connection.uniqueName
        #expect(daemon.owner == name)
        #expect(daemon.process == UInt32(getpid()))
        connection.close()
    }

    @Test("A daemon of another user gets nothing")
    func foreign() async throws {
        let bus = try PrivateBus()
        let connection = try await owner(on: bus)
        await #expect(throws: Unreachable.foreign(user: getuid())) {
            try await Daemon.reach(.address(bus.address), start: .never, as: getuid() + 1)
        }
        connection.close()
    }

    @Test("Where the bus knows no daemon, it is launched, and waited for")
    func launched() async throws {
        let bus = try PrivateBus()
        let kept = Mutex<BusConnection?>(nil)
        let address = bus.address
        let start = DaemonStart { () async throws(Unreachable) in
            do {
                let connection = try await BusConnection.open(.address(address))
                connection.serve(Silent())
                // Only after the launch has returned does the name appear.
                Task { _ = try? await connection.requestName(Daemon.name) }
                kept.withLock { $0 = connection }
                return ""
            } catch {
                throw .didNotStart("\(error)")
            }
        }
        let daemon = try await Daemon.reach(.address(address), start: start)
        #expect(daemon.owner?.isUnique == true)
        kept.withLock { $0?.close() }
    }

    @Test("Where nothing can be started, the error says so")
    func nothing() async throws {
        let bus = try PrivateBus()
        await #expect(throws: Unreachable.notInstalled) {
            try await Daemon.reach(.address(bus.address), start: .never)
        }
        await #expect(throws: Unreachable.self) { try await Daemon.reach(.address("unix:path=/nowhere")) }
    }

    @Test("A daemon that the bus cannot start is not tried in another way")
    func failingActivation() async throws {
        let bus = try PrivateBus(services: [Daemon.name.rawValue: "/bin/false"])
        do {
            _ = try await Daemon.reach(.address(bus.address), start: .never)
            Issue.record("it was reached")
        } catch {
            guard case .didNotStart = error else {
                Issue.record("\(error)")
                return
            }
        }
    }

    @Test(
        "A daemon that ends says why in its own words",
        arguments: [
            ("fails", "The disk is full."), ("dies", "\(program("dies")) ended with status 137"),
        ])
    func failing(name: String, reason: String) async {
        await #expect(throws: Unreachable.didNotStart(reason)) { try await DaemonProgram.run(Self.program(name)) }
    }

    @Test("A daemon that detaches itself has been started, with the signals of a fresh process")
    func signals() async throws {
        let words = try await DaemonProgram.run(Self.program("detaches"))
        let masks = words.matches(of: /[0-9a-f]{16}/).compactMap { UInt64($0.output, radix: 16) }
        // Blocked, ignored: none of those that programs use; 32 and 33 belong to the C library.
        #expect(masks.map { $0 & 0x7FFF_FFFF } == [0, 0])
    }

    @Test("A program that cannot be run is told by its name")
    func missing() async {
        await #expect(throws: Unreachable.didNotStart("/nowhere/salutond cannot be run")) {
            try await DaemonProgram.run("/nowhere/salutond")
        }
    }

    /// A program that stands for the daemon.
    private static func program(_ name: String) -> String {
        goldenFolder.appendingPathComponent("cli/programs/\(name)").path
    }
}
