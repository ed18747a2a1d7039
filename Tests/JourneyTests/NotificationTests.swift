import BusAPI
import DBusWire
import FrontendKit
import JSONText
import TestSupport
import Testing

extension Journeys {
    struct NotificationTests {
        @Test("What comes in is shown once, answered from the screen, and gone when it is read")
        func shown() async throws {
            let server = try LocalServer(users: ["juliet": "balcony-7", "romeo": "rose-9"])
            try server.befriend("juliet", "romeo")
            let (one, two) = (try DaemonUnderTest(), try DaemonUnderTest())
            let screen = try await FakeNotificationServer(one.bus.address)
            defer { screen.connection.close() }
            let (_, hers) = try await one.start()
            let (_, his) = try await two.start()
            try await one.add("juliet", "balcony-7", at: server)
            try await two.add("romeo", "rose-9", at: server)
            let (juliet, romeo) = (server.address("juliet"), server.address("romeo"))

            _ = try await two.saluton("message", "send", juliet, "Lady, by <b>yonder</b> blessed moon")
            let first = try await awaiting("a notification") { await screen.shown(1) }
            #expect(first.title == romeo)
            #expect(first.body == "Lady, by &lt;b&gt;yonder&lt;/b&gt; blessed moon")

            // A reply typed into it: sent, and the message is read.
            try screen.emit("NotificationReplied", [.uint32(first.number), .string("O, swear not by the moon")])
            try await his.event("her reply") { $0.isReceived && $0.text == "O, swear not by the moon" }
            try await awaiting("its end") { await screen.closed(first.number) }
            try await hers.event("nothing unread") {
                $0.kind == "conversation-changed" && $0.content["unread"] == 0
            }

            // A click: frontends are told which conversation to show.
            _ = try await two.saluton("message", "send", juliet, "What shall I swear by?")
            let second = try await awaiting("another") { await screen.shown(2) }
            #expect(second.replaces == 0)
            try screen.emit("ActionInvoked", [.uint32(second.number), .string("default")])
            let event = try await hers.event("the click") { $0.kind == "activated" }
            #expect(event.content["peer"]?.string == romeo)

            // Not while she does not want to be disturbed.
            _ = try await one.saluton("presence", "set", "dnd")
            _ = try await two.saluton("message", "send", juliet, "Good night")
            try await hers.event("good night") { $0.isReceived && $0.text == "Good night" }
            _ = try await one.saluton("presence", "set", "available")
            _ = try await two.saluton("message", "send", juliet, "Good morning")
            let third = try await awaiting("a third") { await screen.shown(3) }
            #expect(third.body.hasSuffix("Good morning"))
        }
    }
}
