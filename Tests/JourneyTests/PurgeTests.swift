import Foundation
import FrontendKit
import Glibc
import JSONText
import TestSupport
import Testing

extension Journeys {
    /// What was deleted for good, and an archive that has it still.
    struct PurgeTests {
        private func online(_ daemon: Daemon, _ name: String) async throws {
            try await daemon.account(name, until: "has its archive") { $0.archive.state == "current" }
        }

        private func texts(_ user: DaemonUnderTest, _ peer: String) async throws -> [String] {
            let page = try await user.saluton("history", peer, "--last", "500", "--json").json
            return page["entries"]?.array?.map { $0["texts"]?.members?.first?.value.string ?? "" } ?? []
        }

        @Test(
            "What was purged comes back with no page, no catch-up, no new start and no kill", arguments: [true, false])
        func purged(isKilled: Bool) async throws {
            let server = try LocalServer(users: ["juliet": "balcony-7", "romeo": "rose-9"], modules: ["mam"])
            let user = try DaemonUnderTest()
            var (program, daemon) = try await user.start()
            let (juliet, romeo) = (server.address("juliet"), server.address("romeo"))
            // More than the first login brings: some of it was never here when it is purged.
            try server.archive(of: "juliet", (1...120).map { ("r\($0)", "romeo", "rose \($0)") })
            try await user.add("juliet", "balcony-7", at: server)
            try await online(daemon, juliet)
            let purged = try await user.saluton("history", "purge", romeo, "--yes", "--json")
            #expect(try purged.json["removed"]?.integer ?? 0 > 0, "\(purged)")
            #expect(try await texts(user, romeo) == [])

            program.send(isKilled ? SIGKILL : SIGTERM)
            _ = try await program.ended("the daemon")
            user.hangUp()
            try server.archive(of: "juliet", [("n1", "nurse", "a tale")])
            (program, daemon) = try await user.start()
            try await online(daemon, juliet)
            #expect(try await texts(user, server.address("nurse")) == ["a tale"])
            let page = try await user.saluton("history", romeo, "--json").json
            #expect(page["entries"] == [] && page["earlier"] == nil)
            #expect(try await user.saluton("search", "rose").output.contains("Nothing found."))
        }

        @Test("A purge up to a moment leaves what is younger, and the archive's pages stop there")
        func before() async throws {
            let server = try LocalServer(users: ["juliet": "balcony-7", "romeo": "rose-9"], modules: ["mam"])
            let user = try DaemonUnderTest()
            let (_, daemon) = try await user.start()
            let (juliet, romeo) = (server.address("juliet"), server.address("romeo"))
            try server.archive(of: "juliet", (1...120).map { ("r\($0)", "romeo", "rose \($0)") })
            try await user.add("juliet", "balcony-7", at: server)
            try await online(daemon, juliet)
            let middle = try await user.saluton("history", romeo, "--last", "10", "--json").json["entries"]?.array?
                .first
            let moment = try #require(middle?["time"]?.integer)
            let when = Date(timeIntervalSince1970: Double(moment) / 1_000_000).formatted(.iso8601)
            let purged = try await user.saluton("history", "purge", romeo, "--before", when, "--yes")
            #expect(purged.status == 0, "\(purged)")
            #expect(try await texts(user, romeo) == (111...120).map { "rose \($0)" })
            #expect(try await user.saluton("account", "disconnect", juliet).status == 0)
            #expect(try await user.saluton("account", "connect", juliet, "--wait").status == 0)
            try await online(daemon, juliet)
            #expect(try await texts(user, romeo) == (111...120).map { "rose \($0)" })
        }
    }
}
