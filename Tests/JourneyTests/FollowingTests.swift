import BusAPI
import DBusWire
import Foundation
import FrontendKit
import Glibc
import JSONText
import TestSupport
import Testing

extension Journeys {
    /// `saluton events --follow --consumer NAME --json >> FILE`.
    struct FollowingTests {
        private let user: DaemonUnderTest
        private let file: String

        init() throws {
            user = try DaemonUnderTest()
            file = user.home.appendingPathComponent("cli/events").path
        }

        private init(door: DaemonUnderTest.Door) throws {
            user = try DaemonUnderTest(door: door)
            file = user.home.appendingPathComponent("cli/events").path
        }

        private func follow(_ words: String...) throws -> Program {
            try Program(
                [Program.path("saluton"), "events", "--consumer", "pager", "--json"] + words,
                environment: user.environment, output: file, complaints: file + ".err")
        }

        /// The numbers in the file; whoever adds a line that is no event fails here.
        private func numbers() throws -> [UInt64] {
            let text = try String(contentsOfFile: file, encoding: .utf8)
            #expect(text.isEmpty || text.hasSuffix("\n"))
            return try text.split(separator: "\n").map { line in
                let event = try JSONParser.parse(String(line))
                #expect(EventSchema.problems(event) == [])
                return EventShape(event).number
            }
        }

        /// All numbers that the log has.
        private func all(_ daemon: Daemon) async throws -> [UInt64] {
            var feed = daemon.events(after: 0)
            var numbers: [UInt64] = []
            while case .events(let events)? = try await feed.next() { numbers += events.map(\.number) }
            return numbers
        }

        /// Makes events, until the daemon is gone.
        private static func make(_ count: Int, _ daemon: Daemon) async {
            guard let account = try? await daemon.account("juliet@example.org") else { return }
            for number in 0..<count {
                let nick = "\(number) \(String(repeating: "x", count: number % 7 * 20)) x"
                let settings: Fields = ["nick": .string(nick)]
                guard (try? await account.account.set(settings: settings, options: [:])) != nil else { return }
            }
        }

        @Test(
            "Killed at moments of chance, the command or the daemon: each event stands in the file once",
            arguments: [DaemonUnderTest.Door.bus, .socket])
        func kills(door: DaemonUnderTest.Door) async throws {
            let this = try FollowingTests(door: door)
            let rounds = ProcessInfo.processInfo.environment["SALUTON_KILLS"].flatMap(Int.init) ?? 14
            try await this.killAndReckon(rounds: rounds)
        }

        private func killAndReckon(rounds: Int) async throws {
            var (program, daemon) = try await user.start()
            _ = try await daemon.addAccount("juliet@example.org", settings: [:], isEnabled: false)
            try await daemon.openConsumer("pager", after: 0)
            var chance = SeededGenerator(seed: 20_261_122)
            var follower = try follow("--follow")
            for round in 0..<rounds {
                let making = Task { [daemon] in await Self.make(40, daemon) }
                try await ContinuousClock().sleep(for: .milliseconds(Int.random(in: 0..<120, using: &chance)))
                if round % 3 == 2 {
                    program.send(SIGKILL)
                    _ = try await program.ended("the killed daemon")
                    await making.value
                    user.hangUp()
                    (program, daemon) = try await user.start()
                } else {
                    follower.send(SIGKILL)
                    _ = try await follower.ended("the killed command")
                    await making.value
                    follower = try follow("--follow")
                }
            }
            follower.send(SIGKILL)
            _ = try await follower.ended("the last command that is killed")
            let rest = try follow()
            #expect(try await rest.ended("the command that reads the rest") == 0)
            let all = try await all(daemon)
            #expect(all.count > rounds * 10)
            #expect(try numbers() == all)
            #expect(try await daemon.consumers().map(\.behind) == [0])
        }

        @Test("Interrupted, it acknowledges what it wrote, and ends by the signal", arguments: [SIGINT, SIGTERM])
        func interrupted(signal: Int32) async throws {
            let (_, daemon) = try await user.start()
            _ = try await daemon.addAccount("juliet@example.org", settings: [:], isEnabled: false)
            try await daemon.openConsumer("pager", after: 0)
            let follower = try follow("--follow")
            try await awaiting("the consumer to catch up") {
                while try await daemon.consumers().first?.behind != 0 {}
            }
            follower.send(signal)
            #expect(try await follower.ended("the interrupted command") == 128 + signal)
            await Self.make(3, daemon)
            let count = try numbers().count
            let rest = try follow()
            #expect(try await rest.ended("the command that reads the rest") == 0)
            #expect(try numbers() == (try await all(daemon)))
            let later = try numbers().count
            #expect(count > 0 && count < later)
        }

        @Test("Whoever stayed away while the log was trimmed is told, and can go on")
        func trimmed() async throws {
            let (_, daemon) = try await user.start()
            _ = try await daemon.addAccount("juliet@example.org", settings: [:], isEnabled: false)
            try await daemon.openConsumer("pager", after: 0)
            await Self.make(5, daemon)
            #expect(try await user.saluton("events", "keep", "--count", "2", "--json").status == 0)
            let refused = try await user.saluton("events", "--consumer", "pager", "--json")
            #expect(refused.status == 1 && refused.error?["name"]?.string == "EventsLost")
            let listed = try await user.saluton("events", "consumers", "--json").json
            #expect(listed["consumers"]?.array?.first?["lost"]?.integer ?? 0 > 0)
            let lines = try await user.saluton("events", "--consumer", "pager", "--skip-lost", "--json").lines
            #expect(lines.first?["kind"]?.string == "lost")
            #expect(lines.dropFirst().compactMap { $0["number"]?.integer }.count == 2)
            #expect(try await user.saluton("events", "--consumer", "pager", "--json").output == "")
        }
    }
}
