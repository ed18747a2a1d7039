import BusAPI
import FrontendKit
import Glibc
import JSONText
import TestSupport
import Testing

extension Journeys {
    struct FirstCommandTests {
        static let doors: [DaemonUnderTest.Door] = [.any, .socket]

        @Test("The first command starts the daemon; two accounts talk, and every program sees it", arguments: doors)
        func firstCommand(door: DaemonUnderTest.Door) async throws {
            let server = try LocalServer(users: ["juliet": "balcony-7", "romeo": "rose-9"])
            let user = try DaemonUnderTest(door: door)
            try user.installActivation()
            let list = try await user.saluton("account", "list", "--json")
            #expect(list.status == 0, "\(list)\(user.log)")
            #expect(try list.json == ["accounts": []])
            let daemon = try await user.reach()
            #expect(daemon.process != nil)

            try await user.add("juliet", "balcony-7", at: server)
            try await user.add("romeo", "rose-9", at: server)
            let (juliet, romeo) = (server.address("juliet"), server.address("romeo"))
            let sent = try await user.saluton(
                "message", "send", romeo, "Wherefore?", "--lang", "en", "--text", "de=Warum?", "--subject", "Names",
                "--thread", "t1", "--account", juliet, "--json")
            #expect(sent.status == 0, "\(sent)")
            #expect(try sent.json["state"] == "on-server")
            let heard = try await daemon.event("what Juliet wrote") {
                $0.isReceived && $0.content["texts"] == ["en": "Wherefore?", "de": "Warum?"]
            }
            #expect(heard.content["subjects"] == ["en": "Names"])
            #expect(heard.content["thread"] == "t1")
            #expect(heard.content["author"]?.string?.hasPrefix(juliet + "/") == true)

            let answer = try await user.saluton("message", "send", juliet, "-", "-a", romeo, input: "By love.\n")
            #expect(answer.status == 0, "\(answer)")
            try await daemon.event("what Romeo wrote") { $0.isReceived && $0.text == "By love." }

            let history = try await user.saluton("history", romeo, "-a", juliet, "--json")
            #expect(try history.json["entries"]?.array?.map { $0["direction"] } == ["out", "in"])
            let events = try await user.saluton("events", "--since", "0", "--json")
            let numbers = try events.lines.compactMap { $0["number"]?.integer }
            #expect(numbers == Array(1...Int64(numbers.count)))
            let kinds = Set(try events.lines.compactMap { $0["kind"]?.string })
            #expect(kinds.isSuperset(of: ["account", "conversation", "message", "message-state"]))
            let same = try await user.reach()
            #expect(same.process == daemon.process)
        }

        static let refused: [([String], Int32, String)] = [
            (["account", "show"], 4, "NoSuchAccount"),
            (["account", "show", "nobody@example.org"], 4, "NoSuchAccount"),
            (["account", "show", "@@"], 2, "InvalidAddress"),
            (["account", "add", "not an address", "--anonymous"], 2, "InvalidAddress"),
            (["account", "add", "juliet@example.org", "--password-stdin"], 2, "Usage"),
        ]

        @Test("A command that cannot be done says why, with the documented status", arguments: doors, refused)
        func refusals(door: DaemonUnderTest.Door, refused: ([String], Int32, String)) async throws {
            let (command, status, name) = refused
            let user = try DaemonUnderTest(door: door)
            try user.installActivation()
            let outcome = try await user.saluton(command + ["--json"])
            #expect(outcome.status == status, "\(outcome)")
            #expect(outcome.error?["name"]?.string == name)
            #expect(outcome.error?["sentence"]?.string?.isEmpty == false)
            if let daemon = try? await user.reach() { #expect(daemon.process != nil) }
        }

        @Test("What must wait for a connection says so, with the documented statuses")
        func notConnected() async throws {
            let user = try DaemonUnderTest()
            let (_, daemon) = try await user.start()
            let added = try await user.saluton(
                "account", "add", "juliet@example.org", "--password-stdin", "--no-enable", input: "x\n")
            #expect(added.status == 0, "\(added)")
            #expect(try await user.saluton("account", "add", "juliet@example.org", "--anonymous").status == 9)
            #expect(try await user.saluton("roster", "add", "romeo@example.org").status == 3)
            #expect(try await user.saluton("info", "ping").status == 3)
            let sent = try await user.saluton("message", "send", "romeo@example.org", "Hello?")
            #expect(sent.status == 3, "\(sent)")
            #expect(try await daemon.account("juliet@example.org", until: .disabled).queued == 1)
            #expect(try await user.saluton("account", "remove", "juliet@example.org").status == 2)
            #expect(try await user.saluton("account", "remove", "juliet@example.org", "--yes").status == 0)
            #expect(try await daemon.accounts().isEmpty)
        }

        @Test("Without a bus, and without a daemon to start, the status is 7")
        func nothingThere() async throws {
            let user = try DaemonUnderTest(door: .bus)
            user.bus.stop()
            let command = try await user.saluton("account", "list", "--json")
            #expect(command.status == 7)
            #expect(command.error?["name"] == "NoBus")
            let daemon = try user.launch()
            #expect(try await daemon.ended("a daemon without a bus") == 7)
            #expect(user.log.contains("There is no session bus"))
        }

        @Test("Where there is no session bus, the socket is used, by the daemon and by its commands")
        func noBus() async throws {
            let user = try DaemonUnderTest()
            user.bus.stop()
            let command = try await user.saluton("account", "list", "--json")
            #expect(command.status == 0, "\(command)")
            let daemon = try await user.reach()
            #expect(try await daemon.accounts().isEmpty)
            var facts = stat()
            #expect(stat(user.socket, &facts) == 0 && facts.st_mode & 0o777 == 0o600)
            #expect(try await user.saluton("debug", "bus").output.contains("socket"))
            let process = try #require(daemon.process)
            var events = try await daemon.followEvents(after: 0)
            _ = try await daemon.addAccount("juliet@example.org", settings: [:], isEnabled: false)
            guard case .events(let first)? = try await events.next() else { return #expect(Bool(false), "no event") }
            #expect(first.first?.kind == "account")
            kill(pid_t(process), SIGTERM)
            await #expect(throws: BusError.disconnected) { while try await events.next() != nil {} }
            #expect(stat(user.socket, &facts) != 0)
        }
    }
}
