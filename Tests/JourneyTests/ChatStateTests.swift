import BusAPI
import FrontendKit
import JSONText
import TestSupport
import Testing

extension Journeys {
    /// Juliet sees that Romeo writes, and he that she does.
    struct ChatStateTests {
        @Test("Who writes is seen by the other, on either door, until it is said", arguments: FirstCommandTests.doors)
        func writing(door: DaemonUnderTest.Door) async throws {
            let server = try LocalServer(users: ["juliet": "balcony-7", "romeo": "rose-9"])
            try server.befriend("juliet", "romeo")
            let (one, two) = (try DaemonUnderTest(), try DaemonUnderTest(door: door))
            let (_, juliets) = try await one.start()
            let (_, romeos) = try await two.start()
            try await one.add("juliet", "balcony-7", at: server)
            try await two.add("romeo", "rose-9", at: server)
            let (juliet, romeo) = (server.address("juliet"), server.address("romeo"))

            // Messages say that their senders take part, which asks for more.
            _ = try await one.saluton("message", "send", romeo, "soft")
            try await romeos.event("her message") { $0.isReceived && $0.text == "soft" }
            _ = try await two.saluton("message", "send", juliet, "what light")
            try await juliets.event("his message") { $0.isReceived && $0.text == "what light" }

            try await tell(one, romeo, "on")
            try await shows(romeos, juliet, "composing")
            let shown = try await two.saluton("conversation", "show", juliet)
            #expect(shown.output.contains("composing: \(juliet)"), "\(shown)")
            // The same is not told twice.
            let again = try await one.saluton("conversation", "set", romeo, "--typing", "on")
            #expect(again.status == 0 && again.output.contains("not told"), "\(again)")
            try await tell(one, romeo, "off")
            try await shows(romeos, juliet, "paused")
            try await tell(two, juliet, "on")
            try await shows(juliets, romeo, "composing")
            _ = try await two.saluton("message", "send", juliet, "through yonder window")
            try await shows(juliets, romeo, "active")
            let wrong = try await juliets.account("").conversation(with: romeo)
            await #expect(throws: BusError.invalidArguments) { try await wrong.setChatState(state: "dancing") }
        }

        private func tell(_ user: DaemonUnderTest, _ peer: String, _ word: String) async throws {
            let outcome = try await user.saluton("conversation", "set", peer, "--typing", word)
            #expect(outcome.status == 0 && outcome.output.contains("Changed."), "\(outcome)")
        }

        /// Returns once the conversation shows that the other side does this.
        private func shows(_ daemon: Daemon, _ peer: String, _ state: String) async throws {
            let conversation = try await daemon.account("").conversation(with: peer)
            try await awaiting("\(peer): \(state)") {
                var changes = try await conversation.changes().makeAsyncIterator()
                while try await conversation.properties().chatStates[peer] != state {
                    guard await changes.next() != nil else { throw BusError.disconnected }
                }
            }
        }
    }
}
