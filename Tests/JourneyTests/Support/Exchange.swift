import BusAPI
import DBusWire
import Foundation
import FrontendKit
import Glibc
import JSONText
import TestSupport
import Testing

/// Two users who write to each other while something goes wrong again and again.
///
/// It is Juliet's daemon that is killed, and her line that is cut.  She repeats a call that got no answer with the same
/// token, as a careful program does; Romeo's daemon lives, on a line of its own.
actor Exchange {
    let server: LocalServer
    /// Juliet's line to the server.
    let link: Link
    private let one: DaemonUnderTest
    private let other: DaemonUnderTest
    private var romeo: Daemon?
    private var sentByJuliet: [String] = []
    private var sentByRomeo: [String] = []

    /// - Parameter extra: more variables of the environment of Juliet's daemon.
    init(modules: [String] = ["mam"], extra: [String: String] = [:]) async throws {
        server = try LocalServer(users: ["juliet": "balcony-7", "romeo": "rose-9"], modules: modules)
        try server.befriend("juliet", "romeo")
        link = try Link(to: server.port)
        one = try DaemonUnderTest(extra)
        other = try DaemonUnderTest()
        romeo = try await other.start().daemon
        try await other.add("romeo", "rose-9", at: server)
        let first = try await one.start()
        try await one.add("juliet", "balcony-7", at: server, port: link.port)
        first.program.send(SIGTERM)
        _ = try await first.program.ended("the first daemon")
    }

    private var romeoAddress: String { server.address("romeo") }
    private var julietAddress: String { server.address("juliet") }

    /// One life of the daemon, with some messages both ways; how it ends says the kill.
    func round(_ kill: Kill) async throws {
        let program = try one.launch(under: kill.prefix)
        let speaking = Task { try await speak(lines: 2) }
        try await write(lines: 2)
        if case .after(let time) = kill {
            try await ContinuousClock().sleep(for: time)
            program.send(SIGKILL)
        } else {
            // A call that is not reached kills nobody: the life ends when all is said.
            let dying = Task {
                _ = try await speaking.value
                await end()
            }
            _ = try await program.ended("the killed daemon")
            dying.cancel()
        }
        _ = try await program.ended("the killed daemon")
        speaking.cancel()
        _ = await speaking.result
        one.hangUp()
    }

    /// One life of the daemon to its orderly end, with messages both ways in each round, and something that goes wrong
    /// meanwhile.
    /// - Parameter limit: how long it may take until all is said.
    func live(
        rounds: Int, lines: Int = 3, within limit: Duration = patience,
        amid fault: @escaping @Sendable (Int) async throws -> Void
    ) async throws {
        let (program, daemon) = try await noting { try await self.one.start() }
        try await noting { _ = try await daemon.account(self.julietAddress, until: .online) }
        for round in 0..<rounds {
            async let failing: Void = fault(round)
            async let speaking: Void = speak(lines: lines)
            try await write(lines: lines)
            try await speaking
            try await failing
        }
        try await noting { try await self.rest(daemon, within: limit) }
        program.send(SIGTERM)
        _ = try await program.ended("the daemon")
        one.hangUp()
    }

    /// Kills the daemon itself, not what runs it.
    private func end() async {
        if let daemon = try? await one.reach(), let process = daemon.process { _ = Glibc.kill(pid_t(process), SIGKILL) }
    }

    /// Juliet says what she has still to say, and more; ends with her daemon.
    private func speak(lines: Int) async throws {
        for _ in 0..<lines { sentByJuliet.append("juliet \(sentByJuliet.count)") }
        let daemon = try await awaiting("juliet's daemon") { [one] in
            try await one.reach(DaemonStart { () throws(Unreachable) in "" })
        }
        try await say(daemon, from: said)
    }

    private var said = 0

    private func say(_ daemon: Daemon, from first: Int) async throws {
        let conversation = try await daemon.account(julietAddress).conversation(with: romeoAddress)
        while said < sentByJuliet.count {
            _ = try await conversation.send(
                texts: ["": sentByJuliet[said]], options: ["token": .string("line-\(said)")])
            said += 1
        }
    }

    private func write(lines: Int) async throws {
        guard let romeo else { return }
        let conversation = try await romeo.account(romeoAddress).conversation(with: julietAddress)
        for _ in 0..<lines {
            let text = "romeo \(sentByRomeo.count)"
            _ = try await conversation.send(texts: ["": text], options: [:])
            sentByRomeo.append(text)
        }
    }

    /// Lets both come to rest and compares what each has with what was said.
    /// - Parameter isOrdered: whether what was said first must stand first; histories are in the order of the clock.
    func reckon(isOrdered: Bool = true) async throws {
        let (program, daemon) = try await noting { try await self.one.start() }
        try await daemon.account(julietAddress, until: .online)
        try await say(daemon, from: said)
        try await rest(daemon)
        try await compare(one, julietAddress, with: romeoAddress, (sentByJuliet, sentByRomeo), isOrdered)
        try await compare(other, romeoAddress, with: julietAddress, (sentByRomeo, sentByJuliet), isOrdered)
        program.send(SIGTERM)
        _ = try await program.ended("the last daemon")
        #expect(try integrity() == "ok\n")
    }

    /// Waits until both have sent all they had, and each has the other's last line.
    private func rest(_ daemon: Daemon, within limit: Duration = patience) async throws {
        let romeo = try #require(romeo)
        for (handle, address) in [(daemon, julietAddress), (romeo, romeoAddress)] {
            try await handle.account(address, until: "with nothing queued", within: limit) {
                $0.state == .online && $0.queued == 0
            }
        }
        for (handle, last) in [(romeo, sentByJuliet.last), (daemon, sentByRomeo.last)] {
            let last = try #require(last)
            try await handle.event("the line \(last)") { $0.isReceived && $0.text == last }
        }
    }

    /// With the daemon's last words where the work fails.
    private func noting<Result>(_ work: () async throws -> Result) async throws -> Result {
        do { return try await work() } catch {
            Issue.record("\(one.log.suffix(4_000))")
            throw error
        }
    }

    private func compare(
        _ user: DaemonUnderTest, _ own: String, with peer: String, _ lines: (sent: [String], received: [String]),
        _ isOrdered: Bool
    ) async throws {
        var entries: [JSON] = []
        var before: [String] = []
        repeat {
            let page = try await user.saluton(["history", peer, "-a", own, "--last", "500", "--json"] + before).json
            entries = (page["entries"]?.array ?? []) + entries
            before = page["earlier"]?.string.map { ["--before", $0] } ?? []
        } while !before.isEmpty
        for (direction, expected) in [("out", lines.sent), ("in", lines.received)] {
            let texts = entries.filter { $0["direction"]?.string == direction }
                .compactMap { $0["texts"]?.members?.first?.value.string }
            #expect(texts.count == expected.count, "\(own), \(direction)")
            #expect(Set(texts) == Set(expected), "\(own), \(direction)")
            #expect(!isOrdered || texts == expected, "\(own), \(direction): the order")
        }
    }

    /// What SQLite says of the database when it looks at everything.
    private func integrity() throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "python3", "-c",
            "import sqlite3, sys; print(sqlite3.connect(sys.argv[1]).execute('PRAGMA integrity_check').fetchone()[0])",
            one.database.path,
        ]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: output, as: UTF8.self)
    }
}
