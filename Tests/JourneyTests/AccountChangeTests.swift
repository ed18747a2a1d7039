import BusAPI
import FrontendKit
import JSONText
import TestSupport
import Testing

extension Journeys {
    struct AccountChangeTests {
        @Test("Settings that apply only to the next connection are named, and apply to it")
        func reconnect() async throws {
            let server = try LocalServer(users: ["juliet": "balcony-7"])
            let user = try DaemonUnderTest()
            let (_, daemon) = try await user.start()
            try await user.add("juliet", "balcony-7", at: server)
            let juliet = server.address("juliet")
            let live = try await user.saluton("account", "set", juliet, "--nick", "Jule", "--json")
            #expect(try live.json["reconnect"] == [])
            let later = try await user.saluton(
                "account", "set", juliet, "--resource", "window", "--port", "\(server.directPort)", "--tls", "direct",
                "--json")
            #expect(Set(try later.json["reconnect"]?.array?.compactMap(\.string) ?? []) == ["resource", "port", "tls"])
            let before = try await daemon.account(juliet).facts()
            #expect(before.state == .online)
            #expect(before.security["tls"] == "starttls")
            #expect(try await user.saluton("account", "disconnect", juliet).status == 0)
            let settled = try await user.saluton("account", "set", juliet, "--unset", "nick", "--json")
            #expect(try settled.json["reconnect"] == [])
            #expect(try await user.saluton("account", "connect", juliet, "--wait").status == 0)
            let after = try await daemon.account(juliet).facts()
            #expect(after.security["tls"] == "direct")
            #expect(after.json["bound-jid"]?.string == juliet + "/window")
            #expect(after.settings["nick"] == nil)
        }

        @Test("Several accounts: each is disabled, enabled and removed without the others noticing, over restarts too")
        func several() async throws {
            let names = ["juliet", "romeo", "nurse"]
            let server = try LocalServer(users: Dictionary(uniqueKeysWithValues: names.map { ($0, "secret-of-\($0)") }))
            let user = try DaemonUnderTest()
            var (program, daemon) = try await user.start()
            for name in names { try await user.add(name, "secret-of-\(name)", at: server) }
            let addresses = names.map(server.address)
            let bound = try await daemon.accounts().map { $0.json["bound-jid"]?.string ?? "" }
            #expect(Set(bound).count == 3)

            let disabled = try await user.saluton("account", "disable", addresses[0], "--json")
            #expect(try disabled.json["state"] == "disabled")
            let removed = try await user.saluton("account", "remove", addresses[1], "--yes")
            #expect(removed.status == 0, "\(removed)")
            #expect(try await user.saluton("account", "connect", addresses[0]).status == 2)
            #expect(try await user.saluton("account", "show", addresses[1]).status == 4)
            let left = try await daemon.accounts()
            #expect(Set(left.compactMap { $0.json["jid"]?.string }) == [addresses[0], addresses[2]])
            let nurse = try #require(left.first { $0.json["jid"]?.string == addresses[2] })
            #expect(nurse.state == .online)
            #expect(bound.contains(nurse.json["bound-jid"]?.string ?? ""))

            program.send(15)
            #expect(try await program.ended("the daemon") == 0)
            (program, daemon) = try await user.start()
            try await daemon.account(addresses[2], until: .online)
            #expect(try await daemon.account(addresses[0]).facts().state == .disabled)
            let enabled = try await user.saluton("account", "enable", addresses[0], "--wait", "--json")
            #expect(try enabled.json["state"] == "online", "\(enabled)")
            try await user.add("romeo", "secret-of-romeo", at: server)
            #expect(try await daemon.accounts().map(\.state) == [.online, .online, .online])
            let history = try await user.saluton("history", addresses[2], "-a", addresses[1], "--json")
            #expect(try history.json["entries"] == [])
        }
    }
}
