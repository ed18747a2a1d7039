import BusAPI
import Foundation
import FrontendKit
import Glibc
import JSONText
import Synchronization
import TestSupport
import Testing

extension Journeys {
    /// What SIGTERM promises: everything is closed in order, and within a second the process is gone.  The limit here
    /// leaves room for a machine that is busy with other tests.
    struct EndingTests {
        private static let limit = Duration.seconds(5)

        private func end(_ program: Program, _ what: String) async throws {
            program.send(SIGTERM)
            #expect(try await program.ended(what, within: Self.limit) == 0)
        }

        @Test("SIGTERM, SIGINT and SIGHUP end a daemon without accounts", arguments: [SIGTERM, SIGINT, SIGHUP])
        func idle(signal: Int32) async throws {
            let user = try DaemonUnderTest()
            let (program, _) = try await user.start()
            program.send(signal)
            #expect(try await program.ended("an idle daemon", within: Self.limit) == 0)
        }

        @Test("A connected daemon has no thread of libdispatch's pool, which would wake up once a second for good")
        func ownThreads() async throws {
            let server = try LocalServer(users: ["juliet": "balcony-7"])
            let user = try DaemonUnderTest()
            let (program, _) = try await user.start()
            try await user.add("juliet", "balcony-7", at: server)
            let threads = "/proc/\(program.process)/task"
            let names = try FileManager.default.contentsOfDirectory(atPath: threads).map {
                try String(contentsOfFile: "\(threads)/\($0)/comm", encoding: .utf8)
            }
            #expect(names.contains("dates\n"))
            #expect(names.filter { $0.contains("qos") } == [])
        }

        @Test("SIGTERM ends a daemon that is connecting to a server that stalls", arguments: [true, false])
        func connecting(beforeHeader: Bool) async throws {
            let (reached, reach) = AsyncStream<Void>.makeStream()
            let server = try HostileServer { conversation in
                if !beforeHeader {
                    try conversation.expectHeader()
                    try conversation.send(ServerPhrases.header() + ServerPhrases.startTLS)
                    try conversation.expectTag("<starttls")
                }
                reach.yield()
                conversation.stall()
            }
            let user = try DaemonUnderTest()
            let (program, daemon) = try await user.start()
            _ = try await daemon.addAccount(
                "juliet@example.org", settings: user.settings(server.port, password: "x"), isEnabled: true)
            try await awaiting("the connection") { for await _ in reached { return } }
            try await end(program, "a connecting daemon")
        }

        @Test("SIGTERM closes open streams: contacts see it at once, and no ghost stays")
        func online() async throws {
            let server = try LocalServer(users: ["juliet": "balcony-7", "romeo": "rose-9"])
            try server.befriend("juliet", "romeo")
            let (leaving, watching) = (try DaemonUnderTest(), try DaemonUnderTest())
            let (program, _) = try await leaving.start()
            let (_, daemon) = try await watching.start()
            try await watching.add("romeo", "rose-9", at: server)
            try await leaving.add("juliet", "balcony-7", at: server)
            let juliet = server.address("juliet")
            let came = try await daemon.event("Juliet coming") {
                $0.kind == "presence" && $0.content["jid"]?.string == juliet && $0.content["show"] == "available"
            }
            try await end(program, "an online daemon")
            let left = try await daemon.event("Juliet leaving", after: came.number) { $0.kind == "presence" }
            #expect(left.content["show"] == "unavailable")
            #expect(left.content["resource"] == came.content["resource"])
            let contact = try await watching.saluton("presence", "get", juliet, "--json")
            #expect(try contact.json["resources"]?.array?.isEmpty == true, "\(contact)")
        }

        @Test("SIGTERM in the middle of a burst: what was acknowledged is stored, and the stream is closed")
        func burst() async throws {
            let authority = try TestAuthority()
            let identity = try authority.issue(domain: "example.org")
            let server = try HostileServer { conversation in
                try conversation.secure(identity)
                try conversation.authenticate(password: "secret-4711")
                try conversation.bind("juliet@example.org/balcony")
                for number in 0..<100_000 {
                    let message = "<message from='romeo@example.net/o' id='\(number)'><body>\(number)</body></message>"
                    try conversation.send(message + (number % 50 == 49 ? "<r xmlns='urn:xmpp:sm:3'/>" : ""))
                }
            }
            let user = try DaemonUnderTest()
            var (program, daemon) = try await user.start()
            _ = try await daemon.addAccount(
                "juliet@example.org", settings: user.settings(server.port, authority, password: "secret-4711"),
                isEnabled: true)
            try await daemon.event("some of the burst") { $0.isReceived && $0.text == "400" }
            try await end(program, "a daemon in a burst")
            let heard = await server.transcript().text
            #expect(heard.hasSuffix("</stream:stream>"))
            let acknowledged = try #require(
                heard.components(separatedBy: "<a ").dropFirst().compactMap { Self.number(in: $0) }.last)
            #expect(acknowledged >= 400)

            (program, daemon) = try await user.start()
            let stored = try await user.saluton("events", "--since", "0", "--json").lines
                .filter { $0["event"]?["direction"] == "in" }.compactMap {
                    $0["event"]?["texts"]?.members?.first?.value.string
                }
            #expect(stored == (0..<stored.count).map(String.init))
            #expect(stored.count >= acknowledged)
            try await end(program, "the daemon that read it again")
        }

        private static func number(in tag: String) -> Int? {
            tag.split(separator: "h='", maxSplits: 1).last.flatMap { Int($0.prefix { $0 != "'" }) }
        }
    }
}
