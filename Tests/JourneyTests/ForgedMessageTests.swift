import BusAPI
import Foundation
import FrontendKit
import JSONText
import TestSupport
import Testing

extension Journeys {
    /// Messages that say something in another's name.
    struct ForgedMessageTests {
        private static let roster =
            "<query xmlns='jabber:iq:roster'><item jid='romeo@example.net' subscription='both'/>"
            + "<item jid='nurse@example.net' subscription='both'/></query>"
        private static let client = "xmlns='jabber:client' type='chat'"

        /// Everybody who is not the account itself, Romeo among them.
        private static let others = [
            "romeo@example.net/o", "romeo@example.net", "nurse@example.net/n", "mallory@evil.example/x", "example.net",
            "example.org", "juliet@example.org/phone", "juliet@example.org.evil.example",
        ]

        private static func forwarded(_ header: String) -> String {
            "<forwarded xmlns='urn:xmpp:forward:0'><delay xmlns='urn:xmpp:delay' stamp='2026-01-01T00:00:00Z'/>"
                + "<message \(client) \(header)><body>forged</body></message></forwarded>"
        }

        private static func event(_ node: String, _ item: String) -> String {
            "<event xmlns='http://jabber.org/protocol/pubsub#event'><items node='\(node)'>"
                + "<item id='romeo@example.net'>\(item)</item></items></event>"
        }

        /// What only the account itself may say.
        private static let privileged = [
            "<received xmlns='urn:xmpp:carbons:2'>\(forwarded("from='romeo@example.net/o'"))</received>",
            "<sent xmlns='urn:xmpp:carbons:2'>"
                + "\(forwarded("from='juliet@example.org/desk' to='romeo@example.net'"))</sent>",
            "<result xmlns='urn:xmpp:mam:2' queryid='q' id='a1'>\(forwarded("from='romeo@example.net/o'"))</result>",
            event(
                "urn:xmpp:mds:displayed:0",
                "<displayed xmlns='urn:xmpp:mds:displayed:0'><stanza-id xmlns='urn:xmpp:sid:0' id='s1' "
                    + "by='juliet@example.org'/></displayed>"),
            event("urn:xmpp:bookmarks:1", "<conference xmlns='urn:xmpp:bookmarks:1' autojoin='true'/>"),
        ]

        /// What the author of a message may do to it.
        private static func changes(_ id: String) -> [String] {
            [
                "<body>changed</body><replace xmlns='urn:xmpp:message-correct:0' id='\(id)'/>",
                "<retract xmlns='urn:xmpp:message-retract:1' id='\(id)'/>",
                "<retract xmlns='urn:xmpp:message-retract:1' id='\(id)'><moderated xmlns='urn:xmpp:message-moderate:1'/>"
                    + "<reason>forged</reason></retract>",
            ]
        }

        /// What the other one in a chat may do to a message.
        private static func news(_ id: String) -> [String] {
            [
                "<reactions xmlns='urn:xmpp:reactions:0' id='\(id)'><reaction>👎</reaction></reactions>",
                "<received xmlns='urn:xmpp:receipts' id='\(id)'/>",
                "<displayed xmlns='urn:xmpp:chat-markers:0' id='\(id)'/>",
            ]
        }

        private static func message(from: String, _ content: String) -> String {
            "<message type='chat' from='\(from)' to='juliet@example.org/balcony' id='\(UUID().uuidString)'>\(content)"
                + "</message>"
        }

        /// Everything that anybody could say about a message of Romeo's and one of Juliet's, and may not.
        private static func forgeries(theirs: String, ours: String) -> [String] {
            var all: [String] = []
            for other in others {
                all += privileged.map { message(from: other, $0) }
                all += changes(ours).map { message(from: other, $0) }
                guard !other.hasPrefix("romeo@") else { continue }
                all += (changes(theirs) + news(theirs) + news(ours)).map { message(from: other, $0) }
                all.append(
                    "<message type='error' from='\(other)' id='\(ours)'><error type='cancel'>"
                        + "<gone xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>")
                all.append(message(from: other, "<composing xmlns='http://jabber.org/protocol/chatstates'/>"))
            }
            return all
        }

        @Test("Whatever others say in the name of the account, of an author, of a recipient: nothing changes")
        func forged() async throws {
            let authority = try TestAuthority()
            let identity = try authority.issue(domain: "example.org")
            let server = try HostileServer { conversation in
                try conversation.secure(identity)
                try conversation.welcome()
                let id = try conversation.request(holding: "jabber:iq:roster")
                try conversation.send("<iq type='result' id='\(id)'>\(Self.roster)</iq>")
                try conversation.expect("<presence")
                try conversation.send(
                    "<message type='chat' from='romeo@example.net/o' id='m1'><body>theirs</body></message>")
                let sent = try conversation.expect("<body>ours</body>").components(separatedBy: "<message").last
                let ours = sent?.components(separatedBy: "id='").dropFirst().first?.components(separatedBy: "'").first
                for forgery in Self.forgeries(theirs: "m1", ours: try #require(ours)) { try conversation.send(forgery) }
                try conversation.send(
                    "<message type='chat' from='romeo@example.net/o' id='end'><body>the end</body></message>")
            }
            let user = try DaemonUnderTest()
            let (_, daemon) = try await user.start()
            _ = try await daemon.addAccount(
                Evil.juliet, settings: user.settings(server.port, authority, password: Evil.password), isEnabled: true)
            try await daemon.event("their message") { $0.text == "theirs" }
            let sent = try await user.saluton("message", "send", "romeo@example.net", "ours", "--no-wait")
            #expect(sent.status == 0, "\(sent)")
            try await daemon.event("the end") { $0.text == "the end" }
            try await check(user)
        }

        private func check(_ user: DaemonUnderTest) async throws {
            let history = try await user.saluton("history", "romeo@example.net", "--json")
            let entries = try history.json["entries"]?.array ?? []
            #expect(entries.map { $0["texts"]?.members?.first?.value } == ["theirs", "ours", "the end"])
            for entry in entries {
                for mark in ["versions", "corrected", "retracted", "reactions"] {
                    #expect(entry[mark] == nil, "\(mark): \(history)")
                }
            }
            #expect(["sent", "on-server"].contains(entries.dropFirst().first?["state"]?.string ?? ""), "\(history)")
            let events = try await user.saluton("events", "--since", "0", "--json")
            #expect(!events.output.contains("forged"))
            let chat = try await user.saluton("conversation", "show", "romeo@example.net", "--json").json
            #expect(chat["unread"] == 1, "\(chat)")
            let refusals = try await user.saluton("debug", "refusals", "--json").json["refusals"]?.array ?? []
            let counts = Dictionary(
                refusals.map { ($0["code"]?.string ?? "", $0["count"]?.integer ?? 0) }, uniquingKeysWith: +)
            let all = Int64(Self.others.count)
            #expect(counts["carbon-foreign"] == 2 * all, "\(counts)")
            #expect(counts["archive-foreign"] == all, "\(counts)")
            #expect(counts["pep-foreign"] == 2 * all, "\(counts)")
            // Of ours by everybody, of theirs by everybody but Romeo.
            #expect(counts["moderation-foreign"] == 2 * all - 2, "\(counts)")
            // Romeo may not change what Juliet said; the others' words do not lead to it at all.
            #expect(counts["act-not-the-author"] == 4, "\(counts)")
        }
    }
}
