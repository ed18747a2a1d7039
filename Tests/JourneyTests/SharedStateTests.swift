import BusAPI
import DBusWire
import FrontendKit
import JSONText
import TestSupport
import Testing

extension Journeys {
    struct SharedStateTests {
        /// What another window sees of a conversation, as it is told.
        private func awaitChange(
            of conversation: Conversation1Proxy, _ what: String, after act: @Sendable () async throws -> Void,
            until isReached: @escaping @Sendable (Fields) -> Bool
        ) async throws {
            let updates = try await conversation.changes()
            try await act()
            try await awaiting(what) {
                for await update in updates {
                    guard case .event(let change, let path) = update, path == conversation.path else { continue }
                    if change.owner == Conversation1.interface.name.rawValue, isReached(change.changed) { return }
                }
                throw BusError.disconnected
            }
        }

        @Test("Unread counts, drafts, pins and silence are the same in all windows, and cleared in all at once")
        func windows() async throws {
            let server = try LocalServer(users: ["juliet": "balcony-7", "romeo": "rose-9"], modules: ["mam"])
            let user = try DaemonUnderTest()
            let (_, desk) = try await user.start()
            try await user.add("juliet", "balcony-7", at: server)
            try await user.add("romeo", "rose-9", at: server)
            let (juliet, romeo) = (server.address("juliet"), server.address("romeo"))
            for text in ["one", "two"] {
                #expect(try await user.saluton("message", "send", juliet, text, "-a", romeo).status == 0)
            }
            try await desk.event("two unread") {
                $0.kind == "conversation-changed" && $0.content["unread"] == 2 && $0.content["peer"]?.string == romeo
            }
            let window = try await desk.account(juliet).conversation(with: romeo)
            #expect(try await window.getUnread() == 2)
            let shown = try await user.saluton("conversation", "show", romeo, "-a", juliet, "--json")
            #expect(try shown.json["unread"] == 2 && shown.json["last"]?["texts"]?.members?.first?.value == "two")

            @Sendable func change(_ words: String...) async throws {
                let outcome = try await user.saluton(words + ["-a", juliet])
                #expect(outcome.status == 0, "\(outcome)")
            }
            try await awaitChange(
                of: window, "read", after: { try await change("conversation", "read", romeo) },
                until: { $0["Unread"] == .uint32(0) && $0["ReadUpTo"] != nil })
            try await awaitChange(
                of: window, "the draft", after: { try await change("conversation", "draft", romeo, "Good night") },
                until: { changed in
                    guard case .fields(let draft)? = changed["Draft"] else { return false }
                    return draft.contains { $0.name == "text" && $0.value == .string("Good night") }
                })
            let settings: Value = .fields([
                .init("open", .bool(false)), .init("pinned", .bool(true)), .init("notify", .string("mentions")),
            ])
            try await awaitChange(
                of: window, "pin and silence",
                after: { try await change("conversation", "set", romeo, "--pin", "--notify", "mentions", "--close") },
                until: { $0["Settings"] == settings })
            try await window.set(settings: ["notify": .string("all"), "pinned": .bool(false), "open": .bool(true)])
            let after = try await user.saluton("conversation", "show", romeo, "-a", juliet, "--json")
            #expect(try after.json["settings"] == [:] && after.json["unread"] == 0)
            #expect(try after.json["draft"]?["text"] == "Good night")
            let draft = try await user.saluton("conversation", "draft", romeo, "-a", juliet)
            #expect(draft.output.contains("Good night"))

            try await purged(user, desk, juliet, romeo)
        }

        /// What was purged does not come back with the next connection, whatever the server keeps.
        private func purged(_ user: DaemonUnderTest, _ desk: Daemon, _ juliet: String, _ romeo: String) async throws {
            let purged = try await user.saluton("history", "purge", romeo, "--yes", "-a", juliet, "--json")
            #expect(try purged.json["removed"] == 2, "\(purged)")
            #expect(try await user.saluton("account", "disconnect", juliet).status == 0)
            #expect(try await user.saluton("account", "connect", juliet, "--wait").status == 0)
            #expect(try await user.saluton("message", "send", juliet, "three", "-a", romeo).status == 0)
            try await desk.event("what came later") { $0.isReceived && $0.text == "three" }
            let history = try await user.saluton("history", romeo, "-a", juliet, "--json").json["entries"]?.array
            #expect(history?.map { $0["texts"]?.members?.first?.value } == ["three"])
        }

        @Test("What waits offline is seen, cancelled and queued again; what cannot be is refused")
        func queue() async throws {
            let user = try DaemonUnderTest()
            _ = try await user.start()
            #expect(
                try await user.saluton("account", "add", "juliet@example.org", "--anonymous", "--no-enable").status == 0
            )
            #expect(try await user.saluton("message", "queue").output.contains("Nothing waits."))
            let sent = try await user.saluton("message", "send", "romeo@example.org", "wait", "--no-wait", "--json")
            let entry = try #require(try sent.json["id"]?.string)
            let queue = try await user.saluton("message", "queue", "--json").json["entries"]?.array
            #expect(queue?.map { $0["id"] } == [.string(entry)])
            #expect(queue?.first?["peer"] == "romeo@example.org" && queue?.first?["attempts"] == 0)
            #expect(try await user.saluton("message", "cancel", entry).status == 0)
            #expect(try await user.saluton("message", "queue").output.contains("Nothing waits."))
            let again = try await user.saluton("message", "cancel", entry, "--json")
            #expect(again.status == 11 && again.error?["name"] == "NotAllowed")
            let retried = try await user.saluton("message", "retry", entry, "--json")
            #expect(try retried.json["state"] == "queued", "\(retried)")
            #expect(try await user.saluton("message", "cancel", "e999").status == 4)
        }
    }
}
