import BusAPI
import DBusWire
import FrontendKit
import Glibc
import Testing

extension Journeys {
    struct ConsumerTests {
        @Test("A consumer's place outlives the daemon", arguments: FirstCommandTests.doors)
        func place(door: DaemonUnderTest.Door) async throws {
            let user = try DaemonUnderTest(door: door)
            let (program, daemon) = try await user.start()
            let log = Events1Proxy(daemon.client, Daemon.root)
            #expect(try await log.openConsumer(name: "pager", options: ["after": .uint64(0)]) == 0)
            _ = try await daemon.addAccount("juliet@example.org", settings: [:], isEnabled: false)
            _ = try await daemon.addAccount("romeo@example.org", settings: [:], isEnabled: false)
            let page = try await log.readConsumer(name: "pager", limit: 1)
            #expect(page.events.map(\.values.0) == [1] && page.lost == 0 && page.newest >= 2)
            try await log.acknowledge(name: "pager", number: 1)
            program.send(SIGTERM)
            #expect(try await program.ended("the daemon") == 0)
            let (_, again) = try await user.start()
            let later = Events1Proxy(again.client, Daemon.root)
            #expect(try await later.readConsumer(name: "pager", limit: 500).events.first?.values.0 == 2)
            #expect(try await later.openConsumer(name: "pager", options: [:]) == 1)
            #expect(try await later.openConsumer(name: "pager", options: ["reset": .bool(true)]) >= 2)
            #expect(try await later.consumers().map(\.values.0) == ["pager"])
            try await later.forgetConsumer(name: "pager")
            await #expect(throws: BusError.named("NoSuchConsumer")) { try await later.forgetConsumer(name: "pager") }
            await #expect(throws: BusError.named("NoSuchConsumer")) {
                try await later.readConsumer(name: "pager", limit: 1)
            }
            await #expect(throws: BusError.invalidArguments) { try await later.openConsumer(name: "", options: [:]) }
        }
    }
}
