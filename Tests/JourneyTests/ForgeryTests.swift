import BusAPI
import Foundation
import FrontendKit
import JSONText
import TestSupport
import Testing

extension Journeys {
    /// Stanzas that somebody sends who has no right to.
    struct ForgeryTests {
        private let authority: TestAuthority
        private let identity: TestIdentity

        init() throws {
            authority = try TestAuthority()
            identity = try authority.issue(domain: "example.org")
        }

        private static let roster =
            "<query xmlns='jabber:iq:roster'><item jid='romeo@example.net' subscription='both'/></query>"
        private static let evilRoster =
            "<query xmlns='jabber:iq:roster'><item jid='mallory@evil.example' subscription='both' name='Romeo'/></query>"
        private static let end = "<message from='romeo@example.net/o' id='end'><body>the end</body></message>"

        @Test("Forged pushes, replies, presences and room messages change nothing, and each is counted")
        func forged() async throws {
            let identity = identity
            let server = try HostileServer { conversation in
                try conversation.secure(identity)
                try conversation.welcome()
                let id = try conversation.request(holding: "jabber:iq:roster")
                // A reply to our own question, from somebody else; then the right one, and one too many.
                for from in ["mallory@evil.example", "juliet@example.org/other", "example.net"] {
                    try conversation.send("<iq type='result' id='\(id)' from='\(from)'>\(Self.evilRoster)</iq>")
                }
                try conversation.send("<iq type='result' id='\(id)'>\(Self.roster)</iq>")
                try conversation.send("<iq type='result' id='\(id)'>\(Self.evilRoster)</iq>")
                for from in [
                    "mallory@evil.example", "romeo@example.net/o", "example.org", "juliet@example.org.evil.example",
                ] {
                    try conversation.send("<iq type='set' id='p1' from='\(from)'>\(Self.evilRoster)</iq>")
                }
                // Who is online is told only after our own presence (RFC 6121 §4.2).
                try conversation.expect("<presence")
                try conversation.send("<presence from='mallory@evil.example/x'><show>chat</show></presence>")
                try conversation.send(
                    "<message type='groupchat' from='room@rooms.example/romeo'><body>I never joined</body></message>")
                try conversation.send("<message type='error' from='romeo@example.net'><error type='cancel'/></message>")
                try conversation.send("<presence from='romeo@example.net/o'/>" + Self.end)
            }
            let user = try DaemonUnderTest()
            let (_, daemon) = try await user.start()
            _ = try await daemon.addAccount(
                Evil.juliet, settings: user.settings(server.port, authority, password: Evil.password), isEnabled: true)
            try await daemon.event("the end") { $0.text == "the end" }

            let contacts = try await user.saluton("roster", "get", "--json").json["contacts"]?.array ?? []
            #expect(contacts.map { $0["jid"] } == ["romeo@example.net"])
            let events = try await user.saluton("events", "--since", "0", "--json")
            #expect(!events.output.contains("mallory"))
            #expect(!events.output.contains("I never joined"))
            #expect(try events.lines.filter { $0["kind"] == "message" }.count == 1)
            let refusals = try await user.saluton("debug", "refusals", "--json").json["refusals"]?.array ?? []
            let counts = Dictionary(
                refusals.map { ($0["code"]?.string ?? "", $0["count"]?.integer ?? 0) }, uniquingKeysWith: +)
            #expect(counts["answer-foreign"] == 3)
            #expect(counts["answer-unexpected"] == 1)
            #expect(counts["roster-push-foreign"] == 4)
            #expect(counts["presence-of-stranger"] == 1)
            #expect(counts["groupchat-not-joined"] == 1)
            #expect(counts["error-without-id"] == 1)
            #expect(refusals.allSatisfy { $0["section"]?.string?.isEmpty == false })
        }

        @Test("An answer counts only from whom was asked")
        func answer() async throws {
            let identity = identity
            let (ready, isReady) = AsyncStream<Void>.makeStream()
            let server = try HostileServer { conversation in
                try conversation.secure(identity)
                try conversation.welcome()
                let roster = try conversation.request(holding: "jabber:iq:roster")
                try conversation.send("<iq type='result' id='\(roster)'>\(Self.roster)</iq>")
                isReady.yield()
                let id = try conversation.request(holding: "jabber:iq:version")
                let version = "<query xmlns='jabber:iq:version'><name>WORD</name><version>1</version></query>"
                for from in ["mallory@evil.example", "romeo@example.net", "romeo@example.net/O", "example.org"] {
                    let evil = version.replacingOccurrences(of: "WORD", with: "Evil")
                    try conversation.send(
                        "<iq type='result' id='\(id)' from='\(from)' to='\(Evil.juliet)/balcony'>\(evil)</iq>")
                    try conversation.send("<message id='\(id)' from='romeo@example.net/o'>\(evil)</message>")
                }
                let good = version.replacingOccurrences(of: "WORD", with: "Good")
                try conversation.send("<iq type='result' id='\(id)' from='romeo@example.net/o'>\(good)</iq>")
            }
            let user = try DaemonUnderTest()
            let (_, daemon) = try await user.start()
            _ = try await daemon.addAccount(
                Evil.juliet, settings: user.settings(server.port, authority, password: Evil.password), isEnabled: true)
            try await awaiting("the roster") { for await _ in ready { return } }
            let version = try await user.saluton("info", "version", "romeo@example.net/o", "--json")
            #expect(try version.json["name"] == "Good", "\(version)")
            let refusals = try await user.saluton("debug", "refusals", "--json").json["refusals"]?.array ?? []
            #expect(refusals.first { $0["code"] == "answer-foreign" }?["count"] == 4)
        }
    }
}
