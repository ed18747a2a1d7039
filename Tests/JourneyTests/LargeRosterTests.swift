import FrontendKit
import JSONText
import TestSupport
import Testing

extension Journeys {
    struct LargeRosterTests {
        @Test("A roster larger than any stanza of others may be comes whole")
        func comesWhole() async throws {
            let server = try LocalServer(users: ["juliet": "balcony-7"])
            try server.fillRoster(of: "juliet", count: 5_000)
            let user = try DaemonUnderTest()
            let (_, daemon) = try await user.start()
            try await user.add("juliet", "balcony-7", at: server)
            try await daemon.event("the roster") { $0.kind == "roster" && $0.content["action"] == "replaced" }
            let contacts = try await user.saluton("roster", "get", "--json").json["contacts"]?.array ?? []
            #expect(contacts.count == 5_000)
        }
    }
}
