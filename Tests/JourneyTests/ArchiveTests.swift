import Foundation
import FrontendKit
import Glibc
import JSONText
import TestSupport
import Testing

extension Journeys {
    struct ArchiveTests {
        private func server(without: [String] = []) throws -> LocalServer {
            try LocalServer(users: ["juliet": "balcony-7", "romeo": "rose-9"], modules: ["mam"], without: without)
        }

        /// The texts of a conversation, oldest first, each time it is there.
        private func texts(_ user: DaemonUnderTest, _ peer: String, last: Int = 500) async throws -> [String] {
            try await entries(user, peer, last: last).map { $0["texts"]?.members?.first?.value.string ?? "" }
        }

        private func entries(_ user: DaemonUnderTest, _ peer: String, last: Int = 500) async throws -> [JSON] {
            try await user.saluton("history", peer, "--last", "\(last)", "--json").json["entries"]?.array ?? []
        }

        private func current(_ daemon: Daemon, _ name: String) async throws {
            try await daemon.account(name, until: "has everything of the archive") { $0.archive.state == "current" }
        }

        @Test(
            "What was said while the daemon was away is there once it is back: once, in order, with its time",
            arguments: [true, false])
        func away(keepsOffline: Bool) async throws {
            let server = try server(without: keepsOffline ? [] : ["offline"])
            try server.befriend("juliet", "romeo")
            let (one, third) = (try DaemonUnderTest(), try DaemonUnderTest())
            let (program, desk) = try await one.start()
            let (_, theirs) = try await third.start()
            let (juliet, romeo) = (server.address("juliet"), server.address("romeo"))
            try await one.add("juliet", "balcony-7", at: server)
            try await third.add("romeo", "rose-9", at: server)
            try await current(desk, juliet)
            _ = try await third.saluton("message", "send", juliet, "before")
            try await desk.event("the first message") { $0.text == "before" }
            program.send(SIGTERM)
            _ = try await program.ended("the daemon")
            for text in ["one", "two", "three"] { _ = try await third.saluton("message", "send", juliet, text) }
            try await theirs.account(romeo, until: "has sent everything") { $0.queued == 0 }
            // The server has given each its time; what comes back later must not look new.
            let sent = Int64(Date().timeIntervalSince1970 * 1_000_000)
            let (_, again) = try await one.start()
            try await current(again, juliet)
            #expect(try await texts(one, romeo) == ["before", "one", "two", "three"])
            for entry in try await entries(one, romeo) {
                #expect((entry["time"]?.integer ?? .max) <= sent)
                #expect(entry["stanza-ids"]?.members?.map(\.name) == [juliet])
            }
            let received = try await again.events(4, "the messages") { $0.isReceived }
            #expect(received.map { $0.text ?? "" } == ["before", "one", "two", "three"])
        }

        @Test("Killed at moments of chance while it catches up, it goes on where it was; nothing is lost or doubled")
        func killed() async throws {
            let server = try server()
            let one = try DaemonUnderTest()
            let (program, desk) = try await one.start()
            let (juliet, romeo) = (server.address("juliet"), server.address("romeo"))
            try server.archive(of: "juliet", [("x0", "romeo", "first")])
            try await one.add("juliet", "balcony-7", at: server)
            try await current(desk, juliet)
            program.send(SIGTERM)
            _ = try await program.ended("the daemon")
            let count = 2_000
            try server.archive(of: "juliet", (1...count).map { ("x\($0)", "romeo", "number \($0)") })
            var chance = SeededGenerator(seed: 20_261_121)
            var known: UInt64 = 0
            for life in 1...5 {
                let (running, daemon) = try await one.start()
                let enough = UInt64.random(in: 1...250, using: &chance)
                try await daemon.account(juliet, until: "has fetched \(enough) in its life \(life)") {
                    $0.archive.state == "current" || ($0.archive.fetched ?? 0) >= enough
                }
                running.send(SIGKILL)
                _ = try await running.ended("the daemon")
                one.hangUp()
                known += enough
            }
            let (_, daemon) = try await one.start()
            try await current(daemon, juliet)
            let fetched = one.log.split(separator: "\n").last { $0.contains("the archive is fetched") }
            let rest = fetched?.split(separator: "messages=").last.flatMap { Int($0.prefix { $0.isNumber }) }
            #expect((0...(count - Int(known))).contains(rest ?? count), "\(fetched ?? "not told")")
            #expect(try await everything(one, romeo) == ["first"] + (1...count).map { "number \($0)" })
        }

        /// All texts of a conversation, page by page.
        private func everything(_ user: DaemonUnderTest, _ peer: String) async throws -> [String] {
            var all: [String] = []
            var cursor = ""
            repeat {
                let page = try await user.saluton(
                    ["history", peer, "--last", "500", "--json"] + (cursor.isEmpty ? [] : ["--before", cursor])
                ).json
                let texts = page["entries"]?.array?.map { $0["texts"]?.members?.first?.value.string ?? "" } ?? []
                all = texts + all
                cursor = page["earlier"]?.string ?? ""
            } while !cursor.isEmpty
            return all
        }

        @Test("A device that was away has what another one of the account wrote and read, once and with its direction")
        func otherDevice() async throws {
            let server = try server()
            let (one, two, third) = (try DaemonUnderTest(), try DaemonUnderTest(), try DaemonUnderTest())
            let (_, desk) = try await one.start()
            let (program, phone) = try await two.start()
            let (_, theirs) = try await third.start()
            let (juliet, romeo) = (server.address("juliet"), server.address("romeo"))
            for user in [one, two] { try await user.add("juliet", "balcony-7", at: server) }
            try await third.add("romeo", "rose-9", at: server)
            for daemon in [desk, phone] { try await current(daemon, juliet) }
            _ = try await one.saluton("message", "send", romeo, "both are there")
            try await phone.event("the copy") { $0.text == "both are there" }
            program.send(SIGTERM)
            _ = try await program.ended("the daemon")
            _ = try await one.saluton("message", "send", romeo, "from the desk")
            try await theirs.event("the question") { $0.isReceived && $0.text == "from the desk" }
            _ = try await third.saluton("message", "send", juliet, "to the desk")
            try await desk.event("the answer") { $0.text == "to the desk" }
            let (_, back) = try await two.start()
            try await current(back, juliet)
            for user in [one, two] {
                let entries = try await entries(user, romeo)
                #expect(
                    entries.map { $0["texts"]?.members?.first?.value.string }
                        == ["both are there", "from the desk", "to the desk"])
                #expect(entries.map { $0["direction"]?.string } == ["out", "out", "in"])
            }
        }

        @Test("Older messages are fetched when somebody pages back to them")
        func pagingBack() async throws {
            let server = try server()
            let one = try DaemonUnderTest()
            let (_, desk) = try await one.start()
            let (juliet, romeo) = (server.address("juliet"), server.address("romeo"))
            // 50 are on the server's pages: the first login brings the newest only, nearly all of them the nurse's.
            var messages = (1...70).map { ("r\($0)", "romeo", "rose \($0)") }
            messages += (1...45).map { ("n\($0)", "nurse", "tale \($0)") } + [("r71", "romeo", "rose 71")]
            try server.archive(of: "juliet", messages)
            try await one.add("juliet", "balcony-7", at: server)
            try await current(desk, juliet)
            #expect(try await texts(one, romeo, last: 3) == ["rose 69", "rose 70", "rose 71"])
            #expect(try await texts(one, romeo, last: 100) == (1...71).map { "rose \($0)" })
        }
    }
}
