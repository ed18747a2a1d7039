import FrontendKit
import Glibc
import JSONText
import TestSupport
import Testing

extension Journeys {
    /// What was done to messages while no daemon was there, and what the server was told to keep.
    struct ArchivedActTests {
        /// When the entries come to which something was done.
        enum Order: String, CaseIterable, Sendable {
            /// On the same page as what was done to them.
            case together
            /// When somebody pages back: what was done to them has long been here.
            case targetsLast
            /// Before the daemon went away.
            case targetsFirst
        }

        private let server: LocalServer
        private var juliet: String { server.address("juliet") }
        private var romeo: String { server.address("romeo") }

        init() throws { server = try LocalServer(users: ["juliet": "balcony-7", "romeo": "rose-9"], modules: ["mam"]) }

        private func theirs(_ id: String, _ children: ArchivedStanza.Child...) -> ArchivedStanza {
            ArchivedStanza(id, from: romeo + "/home", to: juliet, children)
        }

        private func ours(_ id: String, _ children: ArchivedStanza.Child...) -> ArchivedStanza {
            ArchivedStanza(id, from: juliet + "/phone", to: romeo, children)
        }

        private var targets: [ArchivedStanza] {
            [
                theirs("t1", .body("A rose")), theirs("t2", .body("A thorn")), theirs("t3", .body("Come")),
                theirs("t4", .body("Will you?")), ours("t5", .body("Good night")), ours("t6", .body("Farewell")),
            ]
        }

        private var acts: [ArchivedStanza] {
            [
                theirs("a1", .body("A red rose"), .replace("m-t1")), theirs("a2", .retract("m-t2")),
                ours("a3", .reactions("m-t3", "🌹")), ours("a4", .body("I will"), .reply("m-t4", to: romeo + "/home")),
                theirs("a5", .displayed("m-t5")), theirs("a6", .received("m-t6")),
                theirs("a7", .reactions("m-t5", "👍")), theirs("a8", .body("Again"), .reply("m-a1", to: romeo)),
            ]
        }

        private func current(_ daemon: Daemon) async throws {
            try await daemon.account(juliet, until: "has everything of the archive") { $0.archive.state == "current" }
        }

        @Test(
            "What an archive tells was done to a message finds it, whichever of the two comes first",
            arguments: Order.allCases)
        func acts(order: Order) async throws {
            let user = try DaemonUnderTest()
            let (program, desk) = try await user.start()
            // 50 are on the server's pages, and the first login brings one page.
            let others = (1...50).map {
                ArchivedStanza("n\($0)", from: server.address("nurse") + "/x", to: juliet, [.body("tale \($0)")])
            }
            switch order {
            case .together: try server.archive(of: "juliet", stanzas: targets + acts)
            case .targetsLast: try server.archive(of: "juliet", stanzas: targets + others + acts)
            case .targetsFirst: try server.archive(of: "juliet", stanzas: targets)
            }
            try await user.add("juliet", "balcony-7", at: server)
            try await current(desk)
            if order == .targetsFirst {
                program.send(SIGTERM)
                _ = try await program.ended("the daemon")
                try server.archive(of: "juliet", stanzas: others + acts)
                try await current(try await user.start().daemon)
            }
            let entries =
                try await user.saluton("history", romeo, "--last", "100", "--json").json["entries"]?.array ?? []
            #expect(
                entries.map { $0["texts"]?.members?.first?.value.string }
                    == ["A red rose", nil, "Come", "Will you?", "Good night", "Farewell", "I will", "Again"])
            try #require(entries.count == 8)
            #expect(entries[0]["versions"] == 1 && entries[0]["corrected"] != nil)
            #expect(entries[1]["retracted"] != nil)
            #expect(entries[2]["reactions"] == ["🌹": [.string(juliet)]])
            #expect(entries[4]["reactions"] == ["👍": [.string(romeo)]])
            #expect(entries[4]["state"] == "displayed" && entries[5]["state"] == "delivered")
            #expect(entries[6]["reply-to-entry"] == entries[3]["id"] && entries[6]["direction"] == "out")
            // An answer to a correction is one to what was corrected.
            #expect(entries[7]["reply-to-entry"] == entries[0]["id"])
            let versions = try await user.saluton("message", "versions", entries[0]["id"]?.string ?? "", "--json")
            #expect(try versions.json["versions"]?.array?.map { $0["texts"] } == [["": "A rose"]], "\(versions)")
            #expect(try await user.saluton("search", "thorn").output.contains("Nothing found."))
        }

        @Test("A server without an archive is found out, and the account says what that means")
        func without() async throws {
            let plain = try LocalServer(users: ["juliet": "balcony-7"])
            let user = try DaemonUnderTest()
            let (_, desk) = try await user.start()
            try await user.add("juliet", "balcony-7", at: plain)
            try await desk.account(juliet, until: "knows that there is no archive") {
                $0.archive.state == "unsupported"
            }
            let shown = try await user.saluton("account", "show", juliet)
            #expect(shown.output.contains("The server keeps no archive"), "\(shown)")
            #expect(shown.output.contains("use a server that has them"), "\(shown)")
            let archive = try await user.saluton("account", "show", juliet, "--json").json["archive"]
            #expect(archive?["state"] == "unsupported" && archive?["code"] == "archive-unsupported", "\(shown)")
            let refused = try await user.saluton("account", "archive", juliet, "--json")
            #expect(refused.status != 0 && refused.error != nil, "\(refused)")
        }

        /// The rule, who is always kept, and who never.
        private func kept(_ user: DaemonUnderTest) async throws -> [String] {
            let json = try await user.saluton("account", "archive", juliet, "--json").json
            let lists = ["always", "never"].flatMap { json[$0]?.array ?? [] }
            return ([json["default"]].compactMap(\.self) + lists).map { $0.string ?? "" }
        }

        @Test("What the server is to keep is asked for, changed, and obeyed")
        func preferences() async throws {
            let (one, two, third) = (try DaemonUnderTest(), try DaemonUnderTest(), try DaemonUnderTest())
            let (_, desk) = try await one.start()
            _ = try await third.start()
            try await one.add("juliet", "balcony-7", at: server)
            try await third.add("romeo", "rose-9", at: server)
            #expect(try await kept(one) == ["always"])
            let tybalt = server.address("tybalt")
            let changed = try await one.saluton(
                "account", "archive", juliet, "--keep", "roster", "--always", tybalt, "--never", romeo, "--json")
            #expect(changed.status == 0, "\(changed)")
            #expect(try changed.json["default"] == "roster", "\(changed)")
            #expect(try await kept(one) == ["roster", tybalt, romeo])
            let sheet = try await one.saluton("account", "archive", juliet)
            #expect(sheet.output.contains("messages with contacts"), "\(sheet)")
            for (rule, text) in [("roster", "between us"), ("always", "for the record")] {
                if rule == "always" {
                    let outcome = try await one.saluton("account", "archive", juliet, "--keep", rule)
                    #expect(outcome.status == 0, "\(outcome)")
                }
                #expect(try await third.saluton("message", "send", juliet, text).status == 0)
                try await desk.event(text) { $0.isReceived && $0.text == text }
            }
            // Another device has what the server kept.
            let (_, phone) = try await two.start()
            try await two.add("juliet", "balcony-7", at: server)
            try await current(phone)
            let kept = try await two.saluton("history", romeo, "--json").json["entries"]?.array
            #expect(kept?.map { $0["texts"]?.members?.first?.value } == ["for the record"])
        }
    }
}
