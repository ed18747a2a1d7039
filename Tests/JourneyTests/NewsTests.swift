import FrontendKit
import JSONText
import TestSupport
import Testing

extension Journeys {
    /// What becomes of a message, told by the one who got it.
    struct NewsTests {
        @Test("A message is delivered when a device of a friend has stored it, and of a stranger nothing is heard")
        func delivered() async throws {
            let server = try LocalServer(users: ["juliet": "balcony-7", "romeo": "rose-9", "tybalt": "cat-5"])
            try server.befriend("juliet", "romeo")
            let (one, two, three) = (try DaemonUnderTest(), try DaemonUnderTest(), try DaemonUnderTest())
            let (_, juliets) = try await one.start()
            let (_, romeos) = try await two.start()
            let (_, tybalts) = try await three.start()
            try await one.add("juliet", "balcony-7", at: server)
            try await two.add("romeo", "rose-9", at: server)
            try await three.add("tybalt", "cat-5", at: server)

            _ = try await one.saluton("message", "send", server.address("romeo"), "to a friend")
            try await romeos.event("the message") { $0.isReceived && $0.text == "to a friend" }
            try await juliets.event("the receipt") { $0.content["state"] == "delivered" }
            #expect(try await states(one, server.address("romeo")) == ["delivered"])

            _ = try await one.saluton("message", "send", server.address("tybalt"), "to a stranger")
            try await tybalts.event("the message") { $0.isReceived && $0.text == "to a stranger" }
            // Whatever tybalt's daemon sent is there before this.
            _ = try await three.saluton("message", "send", server.address("juliet"), "and back")
            try await juliets.event("the answer") { $0.isReceived && $0.text == "and back" }
            #expect(try await states(one, server.address("tybalt")).first == "on-server")
        }

        private func states(_ user: DaemonUnderTest, _ peer: String) async throws -> [String] {
            let entries = try await user.saluton("history", peer, "--json").json["entries"]?.array ?? []
            return entries.compactMap { $0["state"]?.string }
        }
    }
}
