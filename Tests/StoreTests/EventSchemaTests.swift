import Domain
import Foundation
import JSONText
import TestSupport
import Testing
import XMPPAddresses

@testable import Store

@Suite("The schema of events")
struct EventSchemaTests {
    private static func line(_ event: Event) throws -> JSON {
        var members: [JSON.Member] = [
            .init("number", .integer(event.number)), .init("time", .integer(event.time.microseconds)),
            .init("kind", .string(event.kind.description)),
        ]
        if let account = event.account { members.append(.init("account", .string(account.description))) }
        if let place = event.conversation { members.append(.init("conversation", .string(place.description))) }
        members.append(.init("event", try JSONParser.parse(event.payload)))
        return .object(members)
    }

    /// A message that has everything.
    private static func rich() throws -> Change {
        .add(
            try message("héllo *you*", at: 7) {
                $0.texts.add("x", language: "de")
                $0.subjects = LanguageMap("s", language: "en")
                $0.thread = "t"
                $0.threadParent = "p"
                $0.messageID = "m1"
                $0.originID = "o"
                $0.stanzaIDs = [.init(id: "1", by: "a"), .init(id: "2", by: "b")]
                $0.encryption = "omemo:2"
                $0.occupantID = "occ"
                $0.detectedLanguage = "eo"
                $0.receivedAt = Timestamp(microseconds: 9)
                $0.expiresAt = Timestamp(microseconds: 99)
                $0.details = EntryDetails(
                    reply: .init(id: "r", author: "a@b"), spoiler: LanguageMap("hint"),
                    links: [.init(url: "https://example.org", description: "d")],
                    fallbacks: [.init(namespace: "urn:x", range: 0..<2)],
                    mentions: [.init(target: "xmpp:juliet@capulet.example", range: 6..<11, isUser: true)],
                    spans: [TextSpan(.strong, 6..<11), TextSpan(.link, 0..<2, link: "https://example.org")],
                    isAttention: true, isUnstyled: true,
                    lifetime: 60)
            })
    }

    private static func changes() throws -> [Change] {
        let contact = Contact(jid: try address("romeo@montague.example"), name: "R", groups: ["A"], subscription: .both)
        let out = try message("away", at: 20, .outgoing) {
            $0.messageID = "m2"
            $0.state = .queued
        }
        return [
            .addAccount(try account(), StoredLogin()), .updateAccount(try account(juliet, "juliet@capulet.example")),
            try rich(), .send(out, to: "romeo@montague.example", sealedStanza: nil),
            .setState(EntryID(number: 2), .held(Reason(code: "offline", sentence: "No network."))),
            try act(.react(["🎭"])), try act(.react([]), at: 11), try correction("héllo"),
            try act(.retract, at: 12),
            .act(
                Act(
                    .display,
                    on: EntryTarget(
                        account: juliet, peer: try address("romeo@montague.example"), names: [.sender("m2")]),
                    direction: .incoming, author: romeo, time: Timestamp(microseconds: 30), messageID: nil)),
            .change(ConversationID(number: 1), .setPinned(true)),
            .change(
                ConversationID(number: 1),
                .setMute(.init(level: .mentions, until: Timestamp(microseconds: 1_000)))),
            .change(
                ConversationID(number: 1),
                .setDraft(.init(text: "dear", reply: EntryID(number: 1), time: Timestamp(microseconds: 40)))),
            .change(ConversationID(number: 1), .read(upTo: EntryID(number: 1))),
            .setContact(juliet, contact, version: "1"), .removeContact(juliet, contact.jid, version: "2"),
            .replaceRoster(juliet, [contact], version: "3"),
            .addRequest(
                juliet,
                SubscriptionRequest(
                    jid: contact.jid, receivedAt: Timestamp(microseconds: 5), statuses: LanguageMap("Please"),
                    nickname: "Romeo")),
            .removeRequest(juliet, contact.jid), .setSetting("a", "b"), .setSetting("a", nil),
            .delete([EntryID(number: 2)]),
        ]
    }

    /// Of the kinds that come from elsewhere.
    static let others = [
        #"{"number":1,"time":1,"kind":"presence","account":"a","event":{"jid":"a@b","show":"unavailable"}}"#,
        #"{"number":1,"time":1,"kind":"presence","account":"a","event":{"jid":"a@b","resource":"r","show":"away","#
            + #""priority":-1,"statuses":{"":"x"}}}"#,
        #"{"number":1,"time":1,"kind":"activated","account":"a","conversation":"c1","#
            + #""event":{"conversation":"c1","peer":"a@b","token":"t"}}"#,
        #"{"number":1,"time":1,"kind":"messages-imported","account":"a","conversation":"c1","#
            + #""event":{"conversation":"c1","peer":"a@b","count":2}}"#,
        #"{"number":1,"time":1,"kind":"account-state","account":"a","event":{"account":"a","jid":"a@b","#
            + #""state":"failed","problem":{"code":"sasl-not-authorized","sentence":"x","action":"y"},"#
            + #""archive":"unknown"}}"#,
        #"{"number":1,"time":1,"kind":"account-state","account":"a","event":{"account":"a","jid":"a@b","#
            + #""state":"online","archive":"failed","archive-problem":{"code":"archive-silent","sentence":"x"}}}"#,
        #"{"number":1,"time":1,"kind":"act-state","account":"a","conversation":"c1","#
            + #""event":{"entry":"e1","id":"e2","act":"react","state":"held","reason":"x","reason-code":"y"}}"#,
    ]

    @Test("What comes from elsewhere is described too", arguments: others)
    func right(line: String) throws {
        #expect(EventSchema.problems(try JSONParser.parse(line)) == [])
    }

    @Test("Every event that the store makes is as the schema says, and so is what the log tells of it later")
    func made() async throws {
        let store = try Store.inMemory(clock: TestClock().read)
        var events: [Event] = []
        for change in try Self.changes() { events += try await store.commit(change).events }
        events += try await store.events(since: 0, limit: 1_000).events
        events += try await store.commit(.removeAccount(juliet)).events
        for event in events { #expect(EventSchema.problems(try Self.line(event)) == [], "\(event)") }
        let others = Set(try Self.others.map { try JSONParser.parse($0)["kind"]?.string ?? "" })
        #expect(Set(events.map(\.kind.description)) == EventSchema.kinds.subtracting(others))
    }

    @Test(
        "What is not as it should be is seen",
        arguments: [
            (#"{"number":0,"time":1,"kind":"settings","event":{"name":"a"}}"#, "settings/number: is too small"),
            (#"{"number":1,"time":1,"kind":"settings","event":{}}"#, "settings/event: has no “name”"),
            (#"{"number":1,"time":1,"kind":"settings"}"#, "settings: has no “event”"),
            (
                #"{"number":1,"time":1,"kind":"settings","event":{"name":"a","value":1}}"#,
                "settings/event/value: is no string"
            ),
            (
                #"{"number":1,"time":1,"kind":"account-state","account":"a","event":{"account":"a","jid":"a@b","#
                    + #""state":"failed","problem":{"code":"x"},"archive":"unknown"}}"#,
                "account-state/event/problem: has no “sentence”"
            ),
            (#"{"number":1,"time":1,"kind":"later","event":{}}"#, "the kind “later” has no schema"),
            (
                #"{"number":1,"time":1,"kind":"presence","account":"a","event":{"jid":"a@b","show":"here"}}"#,
                #"presence/event/show: is not one of ["available","chat","away","xa","dnd","unavailable"]"#
            ),
        ])
    func wrong(line: String, problem: String) throws {
        #expect(EventSchema.problems(try JSONParser.parse(line)) == [problem])
    }

    @Test("Later kinds and members are allowed")
    func additive() throws {
        for line in [
            #"{"number":1,"time":1,"kind":"later","event":{"x":1},"y":2}"#,
            #"{"number":1,"time":1,"kind":"settings","event":{"name":"a","later":{}}}"#,
        ] {
            #expect(EventSchema.schema.problems(try JSONParser.parse(line)) == [])
        }
    }

    @Test("The page and the schema know the same kinds and the same members")
    func page() throws {
        let page = EventSchema.file("docs/events.md")
        func names(_ heading: String) throws -> Set<String> {
            let start = try #require(page.range(of: heading))
            let rest = page.range(of: "\n## ", range: start.upperBound..<page.endIndex)
            let section = page[start.upperBound..<(rest?.lowerBound ?? page.endIndex)]
            let cells = section.split(separator: "\n").filter { $0.hasPrefix("| `") }
                .compactMap { $0.split(separator: "|").first }
            return Set(cells.flatMap { $0.matches(of: /`([^`]+)`/).map { String($0.output.1) } })
        }
        let defs = try #require(EventSchema.schema.root["$defs"])
        func members(_ json: JSON?) -> Set<String> { Set((json?["properties"]?.members ?? []).map(\.name)) }
        let source = EventSchema.file("Sources/Domain/Events/EventKind.swift")
        let kinds = Set(source.matches(of: /EventKind\("([^"]+)"\)/).map { String($0.output.1) })
        #expect(kinds == EventSchema.kinds, "a kind of events needs its schema: docs/events.schema.json")
        #expect(try names("# Events\n") == EventSchema.kinds)
        #expect(try names("## An entry\n") == members(defs["entry"]))
        let state = defs["kinds"]?["conversation-changed"]?["then"]?["properties"]?["event"]
        #expect(try names("## The state of a conversation\n") == members(state))
    }
}
