import BusAPI
import Foundation
import FrontendKit
import Glibc
import JSONText
import TestSupport
import Testing

extension Journeys {
    struct KeyringTests {
        /// A real keyring on the user's bus, unlocked, and its password kept nowhere else.
        private func keyring(of user: DaemonUnderTest) throws -> Program {
            let password = user.home.appendingPathComponent("keyring-password").path
            try "open-sesame".write(toFile: password, atomically: true, encoding: .utf8)
            let log = user.home.appendingPathComponent("keyring.log").path
            return try Program(
                ["/usr/bin/gnome-keyring-daemon", "--foreground", "--components=secrets", "--unlock"],
                environment: user.environment, input: password, output: log, complaints: log)
        }

        private func storage(_ daemon: Daemon, until word: String) async throws {
            try await awaiting("passwords in \(word)") {
                let manager = Manager1Proxy(daemon.client, Daemon.root)
                var changes = try await manager.changes().makeAsyncIterator()
                while try await manager.getSecretStorage() != word { _ = await changes.next() }
            }
        }

        @Test("Passwords go to the keyring while one runs, else into the sealed file, and both are found again")
        func keyringAndFile() async throws {
            let server = try LocalServer(users: ["juliet": "balcony-7", "romeo": "rose-9"])
            let user = try DaemonUnderTest()
            let (first, daemon) = try await user.start()
            try await storage(daemon, until: "sealed-file")
            let keyring = try keyring(of: user)
            try await storage(daemon, until: "secret-service")
            try await user.add("juliet", "balcony-7", at: server)
            let (juliet, romeo) = (server.address("juliet"), server.address("romeo"))
            let kept = try await user.saluton("account", "show", juliet, "--json").json
            #expect(kept["settings"]?["password-source"] == "secret-service")
            let database =
                try Data(contentsOf: user.database)
                + Data(contentsOf: URL(fileURLWithPath: user.database.path + "-wal"))
            #expect(database.range(of: Data("balcony-7".utf8)) == nil)

            // Read back from the keyring by another process.
            first.send(SIGTERM)
            _ = try await first.ended("the first daemon")
            let (second, again) = try await user.start()
            try await again.account(juliet, until: .online)
            try await storage(again, until: "secret-service")

            // Without the keyring: what is new goes into the file, and that is said.
            keyring.send(SIGKILL)
            _ = try await keyring.ended("the keyring")
            try await storage(again, until: "sealed-file")
            try await user.add("romeo", "rose-9", at: server)
            let sealed = try await user.saluton("account", "show", romeo, "--json").json
            #expect(sealed["settings"]?["password-source"] == "sealed-file")
            second.send(SIGTERM)
            _ = try await second.ended("the second daemon")
            let (_, third) = try await user.start()
            try await third.account(romeo, until: .online)
            // Juliet's password is out of reach: she is told so.
            let stuck = try await third.account(juliet, until: "with a problem") { $0.problem != nil }
            #expect(stuck.state != .online)
        }
    }
}
