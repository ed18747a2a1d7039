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
/// It is Juliet's daemon that is killed, and her line that is cut; Romeo's daemon lives, on a line of its own.
actor Exchange {
    let server: LocalServer
    /// Juliet's line to the server.
    let link: Link
    private let one: DaemonUnderTest
    private let other: DaemonUnderTest
    private let romeosDaemon: Daemon
    private let juliet: Speaker
    private let romeo: Speaker

    /// - Parameter extra: more variables of the environment of Juliet's daemon.
    init(modules: [String] = ["mam"], extra: [String: String] = [:]) async throws {
        server = try LocalServer(users: ["juliet": "balcony-7", "romeo": "rose-9"], modules: modules)
        try server.befriend("juliet", "romeo")
        link = try Link(to: server.port)
        juliet = Speaker("juliet", server.address("juliet"), to: server.address("romeo"))
        romeo = Speaker("romeo", server.address("romeo"), to: server.address("juliet"))
        one = try DaemonUnderTest(extra)
        other = try DaemonUnderTest()
        romeosDaemon = try await other.start().daemon
        try await other.add("romeo", "rose-9", at: server)
        let first = try await one.start()
        try await one.add("juliet", "balcony-7", at: server, port: link.port)
        first.program.send(SIGTERM)
        _ = try await first.program.ended("the first daemon")
    }

    /// One life of the daemon, with some lines both ways; how it ends says the kill.
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

    /// One life of the daemon to its orderly end, with lines both ways in each round, and something that goes wrong
    /// meanwhile.
    /// - Parameter limit: how long it may take until all is said.
    func live(
        rounds: Int, lines: Int = 3, within limit: Duration = patience,
        amid fault: @escaping @Sendable (Int) async throws -> Void
    ) async throws {
        let (program, daemon) = try await noting { try await self.one.start() }
        try await noting { _ = try await daemon.account(self.juliet.address, until: .online) }
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
        await juliet.plan(lines: lines)
        let daemon = try await awaiting("juliet's daemon") { [one] in
            try await one.reach(DaemonStart { () throws(Unreachable) in "" })
        }
        try await juliet.play(at: daemon)
        try await juliet.react(at: daemon)
    }

    private func write(lines: Int) async throws {
        await romeo.plan(lines: lines)
        try await romeo.play(at: romeosDaemon)
        try await romeo.react(at: romeosDaemon)
    }

    /// Lets both come to rest and compares what each has with what was said and done.
    /// - Parameter isOrdered: whether what was said first must stand first; histories are in the order of the clock.
    func reckon(isOrdered: Bool = true) async throws {
        let (program, daemon) = try await noting { try await self.one.start() }
        try await daemon.account(juliet.address, until: .online)
        try await settle(daemon) { await $0.planEnd() }
        try await juliet.react(at: daemon, among: 500)
        try await romeo.react(at: romeosDaemon, among: 500)
        // Whoever has these has the last reactions, too.
        try await settle(daemon) { await $0.plan(lines: 2) }
        for (user, speaker, peer) in [(one, juliet, romeo), (other, romeo, juliet)] {
            try await compare(user, speaker, with: peer, isOrdered)
        }
        program.send(SIGTERM)
        _ = try await program.ended("the last daemon")
        #expect(try integrity() == "ok\n")
    }

    /// Has both say what they have to say, and waits until all of it has arrived.
    private func settle(_ daemon: Daemon, planning: (Speaker) async -> Void) async throws {
        for (speaker, handle) in [(juliet, daemon), (romeo, romeosDaemon)] {
            await planning(speaker)
            try await speaker.play(at: handle)
        }
        try await rest(daemon)
    }

    /// Waits until both have sent all they had, and each has the other's last line.
    private func rest(_ daemon: Daemon, within limit: Duration = patience) async throws {
        for (speaker, handle) in [(juliet, daemon), (romeo, romeosDaemon)] {
            try await handle.account(speaker.address, until: "with nothing queued", within: limit) {
                $0.state == .online && $0.queued == 0
            }
        }
        for (speaker, handle) in [(juliet, romeosDaemon), (romeo, daemon)] {
            let last = await speaker.last
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
        _ user: DaemonUnderTest, _ speaker: Speaker, with peer: Speaker, _ isOrdered: Bool
    ) async throws {
        let entries = try await history(user, speaker)
        #expect(Set(entries.map(\.id)).count == entries.count)
        #expect(entries.allSatisfy { $0.versionCount <= 1 })
        for (author, isOutgoing) in [(speaker, true), (peer, false)] {
            let theirs = entries.filter { $0.isOutgoing == isOutgoing }
            let (lines, expected) = (theirs.compactMap(\.line), await author.expected)
            let what: Comment = "\(speaker.address) of \(author.address)"
            #expect(lines.count == expected.count, what)
            #expect(Set(lines).symmetricDifference(expected) == [], what)
            #expect(!isOrdered || lines.map(\.text) == expected.map(\.text), "\(what): the order")
            // What was taken back before it was sent is nowhere else.
            #expect(theirs.count - lines.count <= (await author.retracted), what)
            #expect(theirs.allSatisfy { $0.isRetracted || $0.progress != .failed }, what)
        }
    }

    /// The whole conversation as its user sees it, oldest first.
    private func history(_ user: DaemonUnderTest, _ speaker: Speaker) async throws -> [EntryShape] {
        var entries: [EntryShape] = []
        var before: [String] = []
        repeat {
            let page = try await user.saluton(
                ["history", speaker.peer, "-a", speaker.address, "--last", "500", "--json"] + before
            ).json
            entries = (page["entries"]?.array ?? []).map(EntryShape.init) + entries
            before = page["earlier"]?.string.map { ["--before", $0] } ?? []
        } while !before.isEmpty
        return entries
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
