import FrontendKit
import JSONText
import TestSupport
import Testing

extension Journeys {
    /// What the devices of one account have in common.
    struct DeviceTests {
        private let server: LocalServer
        private let (one, two, third): (DaemonUnderTest, DaemonUnderTest, DaemonUnderTest)
        private let (desk, phone, theirs): (Daemon, Daemon, Daemon)
        private var juliet: String { server.address("juliet") }
        private var romeo: String { server.address("romeo") }

        /// Juliet at her desk and with her phone, and Romeo.
        init() async throws {
            server = try LocalServer(users: ["juliet": "balcony-7", "romeo": "rose-9"], modules: ["mam"])
            try server.befriend("juliet", "romeo")
            (one, two, third) = (try DaemonUnderTest(), try DaemonUnderTest(), try DaemonUnderTest())
            desk = try await one.start().daemon
            phone = try await two.start().daemon
            theirs = try await third.start().daemon
            for user in [one, two] { try await user.add("juliet", "balcony-7", at: server) }
            try await third.add("romeo", "rose-9", at: server)
            for daemon in [desk, phone] {
                try await daemon.account(juliet, until: "has its archive") { $0.archive.state == "current" }
            }
        }

        private func run(_ user: DaemonUnderTest, _ words: String...) async throws {
            let outcome = try await user.saluton(words)
            try #require(outcome.status == 0, "\(outcome)")
        }

        /// What is shown of the conversation with Romeo.
        private func conversation(_ user: DaemonUnderTest) async throws -> ConversationShape {
            ConversationShape(try await user.saluton("conversation", "show", romeo, "--json").json)
        }

        private func awaitChange(
            _ daemon: Daemon, _ what: String, _ isReached: @escaping @Sendable (JSON) -> Bool
        ) async throws {
            try await daemon.event(what) { $0.kind == "conversation-changed" && isReached($0.content) }
        }

        @Test("What is read on one device is read on the other, and its author is told once")
        func read() async throws {
            for text in ["one", "two"] { try await run(third, "message", "send", juliet, text) }
            for daemon in [desk, phone] { try await awaitChange(daemon, "two unread") { $0["unread"] == 2 } }
            try await run(one, "conversation", "read", romeo)
            try await awaitChange(phone, "read elsewhere") { $0["unread"] == 0 && $0["read"] != nil }
            #expect(try await conversation(two).unread == 0)
            try await theirs.event("the marker") { $0.content["state"] == "displayed" }

            // The other way, and only forward.
            try await run(third, "message", "send", juliet, "three")
            for daemon in [desk, phone] { try await awaitChange(daemon, "one unread") { $0["unread"] == 1 } }
            let number = try await desk.event("the third") { $0.text == "three" }.number
            try await run(two, "conversation", "read", romeo)
            try await desk.event("read on the phone", after: number) {
                $0.kind == "conversation-changed" && $0.content["unread"] == 0
            }
            #expect(try await conversation(one).unread == 0)
        }

        @Test("A mute with its end, a pin and a time to keep appear on the other device, also on one that was away")
        func settings() async throws {
            try await run(third, "message", "send", juliet, "one")
            for daemon in [desk, phone] { try await daemon.event("the message") { $0.text == "one" } }
            try await run(one, "conversation", "set", romeo, "--mute", "1d", "--pin")
            try await awaitChange(phone, "muted and pinned") { $0["mute-until"] != nil && $0["pinned"] == true }
            let (here, there) = (try await conversation(one), try await conversation(two))
            #expect(there.isPinned && there.mutedUntil(after: 0) != nil)
            #expect(there.mutedUntil(after: 0) == here.mutedUntil(after: 0))
            try await run(two, "retention", "set", romeo, "30d", "--yes")
            try await awaitChange(desk, "the time to keep") { $0["retention"] == 2_592_000 }

            #expect(try await two.saluton("account", "disconnect", juliet).status == 0)
            try await run(two, "conversation", "set", romeo, "--unpin")
            try await run(one, "conversation", "set", romeo, "--unmute")
            try await run(two, "account", "connect", juliet, "--wait")
            for daemon in [desk, phone] {
                try await awaitChange(daemon, "what both have changed") {
                    $0["pinned"] == false && $0["mute"] == nil && $0["retention"] == 2_592_000
                }
            }
            for user in [one, two] { #expect(try await conversation(user).settings == ["retention": 2_592_000]) }
        }

        @Test("A friend's receipt and marker move a message on, on all devices of its author")
        func progress() async throws {
            let sent = try await one.saluton("message", "send", romeo, "Wherefore art thou?", "--json")
            #expect(sent.status == 0, "\(sent)")
            try await theirs.event("the question") { $0.isReceived && $0.text == "Wherefore art thou?" }
            for daemon in [desk, phone] {
                try await daemon.event("the receipt") {
                    $0.moved(to: "delivered")
                }
            }
            try await run(third, "conversation", "read", juliet)
            for (user, daemon) in [(one, desk), (two, phone)] {
                try await daemon.event("the marker") {
                    $0.moved(to: "displayed")
                }
                let entries = try await user.saluton("history", romeo, "--json").json["entries"]?.array
                #expect(entries?.map { $0["state"] } == ["displayed"])
            }
        }
    }
}

extension EventShape {
    /// Whether it tells that an outgoing message is so far.
    fileprivate func moved(to state: String) -> Bool {
        kind == "message-state" && content["state"]?.string == state
    }
}
