import BusAPI
import Foundation
import FrontendKit
import Glibc
import JSONText
import TestSupport
import Testing

extension Journeys {
    struct StorageTests {
        /// A user whose daemon has run once and has ended.
        private func settled() async throws -> DaemonUnderTest {
            let user = try DaemonUnderTest()
            let (program, daemon) = try await user.start()
            _ = try await daemon.addAccount("juliet@example.org", settings: [:], isEnabled: false)
            program.send(SIGTERM)
            #expect(try await program.ended("the first daemon") == 0)
            return user
        }

        /// Writes bytes into the database file.
        private func write(_ bytes: [UInt8], at place: UInt64, of user: DaemonUnderTest) throws {
            let file = try FileHandle(forWritingTo: user.database)
            try file.seek(toOffset: place)
            try file.write(contentsOf: Data(bytes))
            try file.close()
        }

        static let damages: [(String, UInt64, [UInt8], String)] = [
            ("no database at all", 0, Array(repeating: 0x5A, count: 4_096), "is damaged or not ours"),
            ("another program's", 68, [1, 2, 3, 4], "is damaged or not ours"),
            ("a newer version's", 60, [0, 0, 0x27, 0x0F], "was written by a newer version of Saluton: update it."),
        ]

        @Test("A database that cannot be used is left as it is, and the daemon says what to do", arguments: damages)
        func damage(name: String, place: UInt64, bytes: [UInt8], sentence: String) async throws {
            let user = try await settled()
            try write(bytes, at: place, of: user)
            let before = try Data(contentsOf: user.database)
            #expect(try await user.launch().ended("a daemon on a bad database") == 8)
            #expect(user.log.contains(sentence))
            #expect(user.log.contains(user.database.path))
            #expect(try Data(contentsOf: user.database) == before)
            let command = try await user.saluton("account", "list", "--json")
            #expect(command.status == 7)
            #expect(command.error?["name"] == "NoDaemon")
        }

        @Test("A folder or file that others can read, or a link, is refused", arguments: ["folder", "file", "link"])
        func unsafe(what: String) async throws {
            let user = try await settled()
            switch what {
            case "folder": chmod(user.data.path, 0o755)
            case "file": chmod(user.database.path, 0o644)
            default:
                let elsewhere = user.home.appendingPathComponent("elsewhere.db")
                try FileManager.default.moveItem(at: user.database, to: elsewhere)
                try FileManager.default.createSymbolicLink(at: user.database, withDestinationURL: elsewhere)
            }
            let status = try await user.launch().ended("a daemon on unsafe files")
            #expect(status == (what == "folder" ? 9 : 8))
            #expect(user.log.contains("salutond: "))
        }

        /// Takes from root what would let it write anywhere.
        private static var asPlainUser: [String] {
            guard geteuid() == 0 else { return [] }
            return ["/usr/bin/setpriv", "--bounding-set=-dac_override,-dac_read_search", "--"]
        }

        @Test("A folder that cannot be written ends the daemon with what to do", arguments: ["lock", "saluton.db-wal"])
        func readOnly(missing: String) async throws {
            let user = try await settled()
            try? FileManager.default.removeItem(at: user.data.appendingPathComponent(missing))
            chmod(user.data.path, 0o500)
            defer { chmod(user.data.path, 0o700) }
            #expect(try await user.launch(under: Self.asPlainUser).ended("a daemon that cannot write") == 8)
            #expect(user.log.contains("salutond: The "))
            chmod(user.data.path, 0o700)
            let (_, daemon) = try await user.start()
            #expect(try await daemon.accounts().count == 1)
        }

        // MARK: No room
        // Files of the daemon must not grow: RLIMIT_FSIZE gives that to every user, without a file system of one's own.

        @Test("Without room the daemon does not start, says so, and starts once there is some")
        func noRoomAtStart() async throws {
            let user = try DaemonUnderTest()
            let limited = ["/usr/bin/prlimit", "--fsize=0", "--"]
            // Its log is not to be limited with it.
            #expect(
                try await user.launch(["--log", "file:/dev/null"], under: limited).ended("a daemon without room") == 8)
            let (_, daemon) = try await user.start()
            #expect(try await daemon.accounts().isEmpty)
        }

        @Test("When room runs out, the account is paused and the server keeps what comes; later it arrives once")
        func noRoomWhileRunning() async throws {
            let server = try LocalServer(users: ["juliet": "balcony-7", "romeo": "rose-9"])
            let (one, other) = (try DaemonUnderTest(), try DaemonUnderTest())
            let (program, receiving) = try await one.start(["--log", "file:/dev/null"])
            _ = try await other.start()
            try await one.add("juliet", "balcony-7", at: server)
            try await other.add("romeo", "rose-9", at: server)
            let (juliet, romeo) = (server.address("juliet"), server.address("romeo"))
            _ = try await other.saluton("message", "send", juliet, "0")
            try await receiving.event("the first message") { $0.text == "0" }

            try await Self.limit(program, to: "0", one)
            for number in 1...3 {
                let sent = try await other.saluton("message", "send", juliet, "\(number)")
                #expect(sent.status == 0, "\(sent)")
            }
            let paused = try await receiving.account(juliet, until: .paused)
            #expect(paused.problem?.json["code"]?.string == "disk-full")
            #expect(paused.problem?.sentence != nil)
            let status = try await one.saluton("account", "status", "--json").json["accounts"]?.array?.first
            #expect(status?["state"] == "paused")
            #expect(status?["problem"]?["code"] == paused.problem?.json["code"])
            let refused = try await one.saluton("message", "send", romeo, "no room", "--json")
            #expect(refused.status == 8, "\(refused)")

            try await Self.limit(program, to: "unlimited", one)
            let again = try await receiving.account(juliet, until: .online)
            #expect(again.problem == nil)
            _ = try await other.saluton("message", "send", juliet, "the end")
            let end = try await receiving.event("the end") { $0.text == "the end" }
            let all = try await receiving.events(5, "all messages") { $0.isReceived && $0.number <= end.number }
            #expect(all.map(\.text) == ["0", "1", "2", "3", "the end"])
            let sent = try await one.saluton("message", "send", romeo, "room again")
            #expect(sent.status == 0, "\(sent)")
        }

        /// How large files of this daemon may become, in bytes or `unlimited`.
        private static func limit(_ daemon: Program, to size: String, _ user: DaemonUnderTest) async throws {
            let place = user.home.appendingPathComponent("limit").path
            let command = ["/usr/bin/prlimit", "--pid", "\(daemon.process)", "--fsize=\(size):unlimited"]
            let tool = try Program(command, environment: [:], output: place, complaints: place)
            #expect(try await tool.ended("prlimit") == 0)
        }
    }
}
