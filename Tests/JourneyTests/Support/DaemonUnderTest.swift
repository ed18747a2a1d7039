import DBusWire
import Foundation
import FrontendKit
import Glibc
import TestSupport

/// A user of one test: a home and a session bus of its own, and the daemon on it.  Nothing of it outlives this object.
final class DaemonUnderTest: @unchecked Sendable {
    // Processes and connections are guarded by the lock; all else is constant.
    /// Which way its commands take.
    enum Door: String, CaseIterable, Sendable { case any, bus, socket }

    let home: URL
    let bus: PrivateBus
    private let door: Door
    private let extra: [String: String]
    private let lock = NSLock()
    private var programs: [Program] = []
    private var connections: [Daemon] = []
    private var calls = 0

    /// - Parameter extra: more variables of the daemon's environment.
    init(_ extra: [String: String] = [:], door: Door = .any) throws {
        self.door = door
        self.extra = extra
        home = FileManager.default.temporaryDirectory.appendingPathComponent("user-\(UUID().uuidString.prefix(8))")
        for folder in ["data", "config", "run", "cli"] {
            try FileManager.default.createDirectory(
                at: home.appendingPathComponent(folder), withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
        }
        bus = try PrivateBus()
    }

    deinit {
        for program in programs { program.destroy() }
        for connection in connections {
            if let process = connection.process { Self.destroy(foreign: pid_t(process)) }
            connection.close()
        }
        try? FileManager.default.removeItem(at: home)
    }

    /// Ends a daemon that the bus has started, if it still runs.
    private static func destroy(foreign process: pid_t) {
        let name = try? String(contentsOfFile: "/proc/\(process)/comm", encoding: .utf8)
        if name == "salutond\n" { kill(process, SIGKILL) }
    }

    /// Where the daemon keeps its data.
    var data: URL { home.appendingPathComponent("data/saluton") }
    var database: URL { data.appendingPathComponent("saluton.db") }

    var socket: String { home.appendingPathComponent("run/saluton/api.sock").path }

    /// Nothing of the machine's own session is in it.
    var environment: [String: String] {
        var variables = [
            "HOME": home.path, "XDG_DATA_HOME": home.appendingPathComponent("data").path,
            "XDG_CONFIG_HOME": home.appendingPathComponent("config").path,
            "XDG_RUNTIME_DIR": home.appendingPathComponent("run").path, "DBUS_SESSION_BUS_ADDRESS": bus.address,
            "DBUS_SYSTEM_BUS_ADDRESS": "unix:path=\(home.path)/no-system-bus", "PATH": "/usr/bin:/bin",
            "LC_ALL": "C.UTF-8", "TZ": "UTC",
        ]
        if door != .any { variables["SALUTON_DOOR"] = door.rawValue }
        if door == .socket { variables["DBUS_SESSION_BUS_ADDRESS"] = "unix:path=\(home.path)/no-bus" }
        variables["LD_LIBRARY_PATH"] = ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"]
        return variables
    }

    /// Everything that daemons of this user have said on standard error.
    var log: String { (try? String(contentsOf: home.appendingPathComponent("log"), encoding: .utf8)) ?? "" }

    // MARK: The daemon

    /// Runs the daemon, without waiting for anything.
    /// - Parameter prefix: a program that runs it, with its arguments.
    func launch(_ arguments: [String] = [], under prefix: [String] = []) throws -> Program {
        let program = try Program(
            prefix + [Program.path("salutond"), "--log-filter", "debug"] + arguments,
            environment: environment.merging(extra) { $1 },
            output: home.appendingPathComponent("output").path, complaints: home.appendingPathComponent("log").path)
        lock.withLock { programs.append(program) }
        return program
    }

    /// Runs the daemon and waits until it is on the bus.
    func start(
        _ arguments: [String] = [], under prefix: [String] = []
    ) async throws -> (program: Program, daemon: Daemon) {
        let program = try launch(arguments, under: prefix)
        let daemon = try await awaiting("the daemon's name on the bus") { [self] in
            try await reach(DaemonStart { () throws(Unreachable) in "it starts" })
        }
        return (program, daemon)
    }

    /// A connection to the daemon, which the bus starts where it can.
    func reach(_ start: DaemonStart = .never) async throws -> Daemon {
        let doors = Doors(bus: door == .socket ? nil : .address(bus.address), socket: door == .bus ? nil : socket)
        let daemon = try await Daemon.reach(through: doors, start: start)
        lock.withLock { connections.append(daemon) }
        return daemon
    }

    /// Closes connections to daemons that are gone: a bus has room for so many.
    func hangUp() {
        let gone = lock.withLock {
            defer { connections = [] }
            return connections
        }
        for connection in gone { connection.close() }
    }

    /// Lets the bus start the daemon, as the installed file says.
    /// Without a bus it is saluton that starts it.
    func installActivation(of daemon: String = Program.path("salutond")) throws {
        guard door != .socket else { return }
        let root = URL(fileURLWithPath: #filePath).pathComponents.dropLast(4).joined(separator: "/").dropFirst()
        var text = try String(contentsOfFile: "\(root)/packaging/org.saluton.Saluton1.service.in", encoding: .utf8)
        // What the bus starts gets the bus's environment, and that is the machine's.
        let bin = home.appendingPathComponent("bin")
        try FileManager.default.createDirectory(at: bin, withIntermediateDirectories: true)
        let script = bin.appendingPathComponent("salutond")
        let exports = environment.map { "export \($0)='\($1)'\n" }.sorted().joined()
        try "#!/bin/sh\n\(exports)exec '\(daemon)' \"$@\" 2>> '\(home.path)/log'\n"
            .write(to: script, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: script.path)
        text =
            text.replacingOccurrences(of: "@BINDIR@", with: bin.path)
            .split(separator: "\n").filter { !$0.hasPrefix("SystemdService") }.joined(separator: "\n") + "\n"
        let name = "org.saluton.Saluton1.service"
        try text.write(
            to: bus.folder.appendingPathComponent("services/\(name)"), atomically: true, encoding: .utf8)
    }

    // MARK: The command line

    /// Runs a command to its end.
    /// - Parameter input: what it reads from standard input.
    func saluton(_ words: String..., input: String? = nil) async throws -> Outcome {
        try await saluton(words, input: input)
    }

    func saluton(_ words: [String], input: String? = nil) async throws -> Outcome {
        let number = lock.withLock {
            calls += 1
            return calls
        }
        let place = home.appendingPathComponent("cli/\(number)").path
        if let input { try input.write(toFile: place + ".in", atomically: true, encoding: .utf8) }
        let program = try Program(
            [Program.path("saluton")] + words, environment: environment,
            input: input == nil ? "/dev/null" : place + ".in", output: place + ".out", complaints: place + ".err")
        let command = "saluton " + words.joined(separator: " ")
        let status = try await program.ended(command)
        return Outcome(
            command: command, status: status, output: try String(contentsOfFile: place + ".out", encoding: .utf8),
            complaints: try String(contentsOfFile: place + ".err", encoding: .utf8))
    }
}
