import BusAPI
import DBusWire
import FrontendKit
import JSONText
import TestSupport
import Testing

extension Journeys {
    struct MessageTextTests {
        private static let end = "At the end of the story both of them die, and everybody goes home."

        @Test("What is hidden stays hidden until somebody asks for it, and its language is known")
        func spoiler() async throws {
            let server = try LocalServer(users: ["juliet": "balcony-7", "romeo": "rose-9"])
            try server.befriend("juliet", "romeo")
            let (one, two) = (try DaemonUnderTest(), try DaemonUnderTest())
            let screen = try await FakeNotificationServer(one.bus.address)
            defer { screen.connection.close() }
            let (_, hers) = try await one.start()
            _ = try await two.start()
            try await one.add("juliet", "balcony-7", at: server)
            try await two.add("romeo", "rose-9", at: server)
            let (juliet, romeo) = (server.address("juliet"), server.address("romeo"))

            _ = try await two.saluton("message", "send", juliet, Self.end, "--spoiler", "the *end*")
            let event = try await hers.event("the message") { $0.isReceived && $0.text == Self.end }
            #expect(event.content["spoiler"] == ["": "the *end*"])
            #expect(event.content["detected-language"] == "en")
            let shown = try await awaiting("a notification") { await screen.shown(1) }
            #expect(shown.body == "(hidden: the *end*)")

            let lines = try await one.saluton("history", romeo).output
            #expect(lines.contains("spoiler: the *end*") && !lines.contains("die"))
            #expect(try await one.saluton("history", romeo, "--spoilers").output.contains("both of them die"))
            let entry = try await one.saluton("history", romeo, "--json").json["entries"]?.array?.first
            #expect(entry?["language"] == "en")
            // Both sides know it, by themselves.
            for user in [one, two] {
                for (language, count) in [("en", 1), ("de", 0)] {
                    let found = try await user.saluton("search", "story", "--language", language, "--json")
                    #expect(try found.json["entries"]?.array?.count == count, "\(found)")
                }
            }
        }

        @Test("Formatting by signs and links come as they were sent")
        func formatting() async throws {
            let server = try LocalServer(users: ["juliet": "balcony-7", "romeo": "rose-9"])
            try server.befriend("juliet", "romeo")
            let (one, two) = (try DaemonUnderTest(), try DaemonUnderTest())
            let (_, hers) = try await one.start()
            _ = try await two.start()
            try await one.add("juliet", "balcony-7", at: server)
            try await two.add("romeo", "rose-9", at: server)
            let juliet = server.address("juliet")

            _ = try await two.saluton(
                "message", "send", juliet, "a *rose*", "--link", "https://rose.example/")
            let event = try await hers.event("the message") { $0.isReceived && $0.text == "a *rose*" }
            #expect(event.content["spans"] == [["kind": "strong", "begin": 2, "end": 8]])
            #expect(event.content["links"] == [["url": "https://rose.example/"]])
        }
    }
}
