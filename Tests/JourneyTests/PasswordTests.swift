import BusAPI
import Foundation
import FrontendKit
import JSONText
import TestSupport
import Testing

extension Journeys {
    struct PasswordTests {
        @Test("A wrong password is tried once; a new one recovers by itself")
        func wrong() async throws {
            let server = try LocalServer(users: ["juliet": "balcony-7"])
            let user = try DaemonUnderTest()
            let (_, daemon) = try await user.start()
            let juliet = server.address("juliet")
            let added = try await user.saluton(
                "account", "add", juliet, "--password-stdin", "--host", "127.0.0.1", "--port", "\(server.port)",
                "--tls",
                "starttls", "--ca", server.authorityFile, "--wait", "--json", input: "wrong-one\n")
            #expect(added.status == 3, "\(added)")
            let failed = try await daemon.account(juliet, until: .failed)
            #expect(failed.problem?.json["code"] == "sasl-not-authorized")
            #expect(failed.problem?.action != nil)
            #expect(failed.nextTry == nil)
            // Whoever reads the log alone learns it too, with the problem that is shown.
            let told = try await daemon.event("that it failed") {
                $0.kind == "account-state" && $0.content["state"] == "failed"
            }
            #expect(told.content["problem"]?["code"] == "sasl-not-authorized" && told.content["jid"]?.string == juliet)
            let read = try await user.saluton("events", "--consumer", "guard", "--since", "0", "--json")
            let lines = try read.output.split(separator: "\n").map { try JSONParser.parse(String($0)) }
            #expect(lines.contains { $0["kind"] == "account-state" && $0["event"]?["state"] == "failed" }, "\(read)")
            // What makes others try at once is no reason to try a password again.
            #expect(try await user.saluton("account", "connect", "--all").status == 0)
            #expect(try await daemon.account(juliet).facts().state == .failed)
            #expect(server.log.components(separatedBy: "Client connected").count == 2)

            let mended = try await user.saluton("account", "set", juliet, "--password-stdin", input: "balcony-7\n")
            #expect(mended.status == 0, "\(mended)")
            #expect(try await daemon.account(juliet, until: .online).problem == nil)
        }

        @Test("A password command is run at each login, and what goes wrong with it is told")
        func command() async throws {
            let server = try LocalServer(users: ["juliet": "balcony-7"])
            let user = try DaemonUnderTest()
            let (_, daemon) = try await user.start()
            let juliet = server.address("juliet")
            let count = user.home.appendingPathComponent("count")
            let secret = user.home.appendingPathComponent("secret")
            try "balcony-7\nsecond line\n".write(to: secret, atomically: true, encoding: .utf8)
            let added = try await user.saluton(
                "account", "add", juliet, "--password-command", "echo run >> '\(count.path)'; cat '\(secret.path)'",
                "--host",
                "127.0.0.1", "--port", "\(server.port)", "--tls", "starttls", "--ca", server.authorityFile, "--wait",
                "--json")
            #expect(added.status == 0, "\(added)")
            #expect(try added.json["settings"]?["password-source"] == "command")
            #expect(try await user.saluton("account", "disconnect", juliet).status == 0)
            #expect(try await user.saluton("account", "connect", juliet, "--wait").status == 0)
            #expect(try String(contentsOf: count, encoding: .utf8) == "run\nrun\n")

            try FileManager.default.removeItem(at: secret)
            #expect(try await user.saluton("account", "disconnect", juliet).status == 0)
            #expect(try await user.saluton("account", "connect", juliet, "--wait").status == 3)
            #expect(try await daemon.account(juliet).facts().problem?.json["code"] == "password-command-failed")
        }

        @Test(
            "The password stands nowhere: not in files, not in the log, not on the bus; and only we can read the files")
        func nowhere() async throws {
            let server = try LocalServer(users: ["juliet": "päßword-balcony-7"])
            let user = try DaemonUnderTest()
            let (program, daemon) = try await user.start(["--log-filter", "trace"])
            try await user.add("juliet", "päßword-balcony-7", at: server)
            let juliet = server.address("juliet")
            let shown = try await user.saluton("account", "show", juliet, "--json")
            let log = try await user.saluton("debug", "log", "--json")
            let events = try await user.saluton("events", "--since", "0", "--json")
            let secrets = ["päßword-balcony-7", ScriptedSCRAM.encoded("päßword-balcony-7")]
            for text in [shown.output, log.output, events.output, user.log] {
                #expect(!text.isEmpty)
                for secret in secrets { #expect(!text.contains(secret)) }
            }
            #expect(try await daemon.facts()["secret-storage"] == "sealed-file")
            try check(user, secrets)
            program.send(15)
            #expect(try await program.ended("the daemon") == 0)
            try check(user, secrets)
        }

        /// Looks at every file of the daemon.
        private func check(_ user: DaemonUnderTest, _ secrets: [String]) throws {
            let files = try FileManager.default.subpathsOfDirectory(atPath: user.data.path)
            #expect(files.contains("saluton.db"))
            #expect(files.contains("key"))
            #expect(try mode(user.data) == 0o700)
            #expect(try mode(user.home.appendingPathComponent("run/saluton")) == 0o700)
            for file in files {
                let place = user.data.appendingPathComponent(file)
                #expect(try mode(place) == 0o600, "\(file)")
                let content = try Data(contentsOf: place)
                for secret in secrets { #expect(content.range(of: Data(secret.utf8)) == nil, "\(file)") }
            }
        }

        private func mode(_ place: URL) throws -> Int {
            let attributes = try FileManager.default.attributesOfItem(atPath: place.path)
            return (attributes[.posixPermissions] as? NSNumber)?.intValue ?? -1
        }
    }
}
