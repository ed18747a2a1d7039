import BusAPI
import DBusWire
import FrontendKit
import JSONText
import TestSupport
import Testing

extension Journeys {
    struct MessageTextTests {
        private static let end = "Am Ende der Geschichte sterben beide, und alle anderen gehen nach Hause."

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
            #expect(event.content["spoiler"]?.members?.first?.value == "the *end*")
            // Whatever the server says that it is.
            #expect(event.content["detected-language"] == "de")
            let shown = try await awaiting("a notification") { await screen.shown(1) }
            #expect(shown.body == "(hidden: the *end*)")

            let lines = try await one.saluton("history", romeo).output
            #expect(lines.contains("spoiler: the *end*") && !lines.contains("sterben"))
            #expect(try await one.saluton("history", romeo, "--spoilers").output.contains("sterben beide"))
            let entry = try await one.saluton("history", romeo, "--json").json["entries"]?.array?.first
            #expect(entry?["language"] == "de")
            // Both sides know it, by themselves.
            for user in [one, two] {
                for (language, count) in [("de", 1), ("en", 0)] {
                    let found = try await user.saluton("search", "Geschichte", "--language", language, "--json")
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
