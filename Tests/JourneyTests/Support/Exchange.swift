import BusAPI
import DBusWire
import Foundation
import FrontendKit
import Glibc
import JSONText
import TestSupport
import Testing

/// Two users who write to each other while the daemon of one of them is killed again and again.
///
/// Juliet's daemon is the one that is killed.  She repeats a call that got no answer with the same token, as a careful
/// program does; Romeo's daemon lives.
actor KilledExchange {
    let server: LocalServer
    private let one: DaemonUnderTest
    private let other: DaemonUnderTest
    private var romeo: Daemon?
    private var sentByJuliet: [String] = []
    private var sentByRomeo: [String] = []

    init(modules: [String] = ["mam"]) async throws {
        server = try LocalServer(users: ["juliet": "balcony-7", "romeo": "rose-9"], modules: modules)
        try server.befriend("juliet", "romeo")
        one = try DaemonUnderTest()
        other = try DaemonUnderTest()
        romeo = try await other.start().daemon
        try await other.add("romeo", "rose-9", at: server)
        let first = try await one.start()
        try await one.add("juliet", "balcony-7", at: server)
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
    func reckon() async throws {
        let (program, daemon) = try await noting { try await self.one.start() }
        try await daemon.account(julietAddress, until: .online)
        try await say(daemon, from: said)
        for (handle, address) in [(daemon, julietAddress), (try #require(romeo), romeoAddress)] {
            try await handle.account(address, until: "with nothing queued") { $0.state == .online && $0.queued == 0 }
        }
        let last = try #require(sentByJuliet.last)
        try await romeo?.event("juliet's last line") { $0.isReceived && $0.text == last }
        let lastOfRomeo = try #require(sentByRomeo.last)
        try await daemon.event("romeo's last line") { $0.isReceived && $0.text == lastOfRomeo }
        try await compare(one, julietAddress, with: romeoAddress, sent: sentByJuliet, received: sentByRomeo)
        try await compare(other, romeoAddress, with: julietAddress, sent: sentByRomeo, received: sentByJuliet)
        program.send(SIGTERM)
        _ = try await program.ended("the last daemon")
        #expect(try integrity() == "ok\n")
    }

    /// With the daemon's last words where the work fails.
    private func noting<Result>(_ work: () async throws -> Result) async throws -> Result {
        do { return try await work() } catch {
            Issue.record("\(one.log.suffix(4_000))")
            throw error
        }
    }

    private func compare(
        _ user: DaemonUnderTest, _ own: String, with peer: String, sent: [String], received: [String]
    ) async throws {
        var entries: [JSON] = []
        var before: [String] = []
        repeat {
            let page = try await user.saluton(["history", peer, "-a", own, "--last", "500", "--json"] + before).json
            entries = (page["entries"]?.array ?? []) + entries
            before = page["earlier"]?.string.map { ["--before", $0] } ?? []
        } while !before.isEmpty
        for (direction, expected) in [("out", sent), ("in", received)] {
            let texts = entries.filter { $0["direction"]?.string == direction }
                .compactMap { $0["texts"]?.members?.first?.value.string }
            #expect(texts.count == expected.count, "\(own), \(direction)")
            #expect(Set(texts) == Set(expected), "\(own), \(direction)")
            #expect(texts == expected, "\(own), \(direction): the order")
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
