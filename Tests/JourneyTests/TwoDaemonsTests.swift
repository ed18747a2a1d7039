import BusAPI
import DBusWire
import Foundation
import FrontendKit
import JSONText
import TestSupport
import Testing

extension Journeys {
    struct TwoDaemonsTests {
        @Test("A second daemon ends well and says why; the first goes on")
        func second() async throws {
            let user = try DaemonUnderTest()
            let (_, daemon) = try await user.start()
            for arguments in [[], ["--daemon"]] {
                let second = try user.launch(arguments)
                #expect(try await second.ended("the second daemon") == 0)
            }
            #expect(user.log.components(separatedBy: "another daemon of yours is running already").count == 3)
            #expect(try await daemon.manager.echo(text: "still here") == "still here")
        }

        @Test("A running daemon is not replaced")
        func replace() async throws {
            let user = try DaemonUnderTest()
            let (_, daemon) = try await user.start()
            #expect(try await user.launch(["--replace"]).ended("--replace") != 0)
            #expect(user.log.contains("A running daemon is not replaced: end it with SIGTERM first."))
            #expect(try await daemon.manager.echo(text: "still here") == "still here")
        }

        @Test("Where somebody else has the bus name, the daemon says so and ends")
        func nameTaken() async throws {
            let user = try DaemonUnderTest()
            let bus = try await BusConnection.open(.address(user.bus.address))
            defer { bus.close() }
            #expect(try await bus.requestName(Daemon.name) == .owner)
            for arguments in [[], ["--daemon"]] {
                #expect(try await user.launch(arguments).ended("a daemon without a name") == 7)
            }
            #expect(user.log.components(separatedBy: "Somebody else has the bus name org.saluton.Saluton1.").count == 3)
        }

        @Test("--daemon returns when the daemon serves, and the daemon stays")
        func background() async throws {
            let user = try DaemonUnderTest()
            #expect(try await user.launch(["--daemon"]).ended("the first process") == 0)
            let daemon = try await user.reach()
            #expect(try await daemon.manager.echo(text: "here") == "here")
        }

        static let mistakes = [
            ["--log", "somewhere"], ["--log", "file:relative"], ["--log-filter", "loud"], ["--nonsense"], ["extra"],
        ]

        @Test("A command line that cannot be understood starts nothing", arguments: mistakes)
        func mistake(arguments: [String]) async throws {
            let user = try DaemonUnderTest()
            #expect(try await user.launch(arguments).ended("a mistake") != 0)
            #expect(user.log.contains("Error:"))
        }
    }
}
