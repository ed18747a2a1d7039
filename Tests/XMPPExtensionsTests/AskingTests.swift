import TestSupport
import Testing
import XMLStreams
import XMPPAddresses
import XMPPExtensions
import XMPPSessions
import XMPPStanzas

@Suite("What we ask others", .timeLimit(.minutes(1)))
struct AskingTests {
    /// Lets the session ask, checks the question against one golden stanza, and answers with the child of another.
    private func exchange<Value: Sendable>(
        _ folder: String, _ question: String, _ answer: String,
        _ ask: @escaping @Sendable (Session, JID) async throws -> Value
    ) async throws -> Value {
        let asked = try golden(folder, question).element
        let answered = try golden(folder, answer).element
        let to = try JID(try #require(asked[attribute: "to"]))
        let juliet = try SessionHarness()
        let value = Task { try await ask(juliet.session, to) }
        let request = try #require(await juliet.stream.next())
        #expect(request.elements.first?.canonical(.dropped) == asked.elements.first?.canonical(.dropped))
        #expect(request[attribute: "to"] == asked[attribute: "to"])
        #expect(request[attribute: "type"] == asked[attribute: "type"])
        let id = try #require(request[attribute: "id"])
        var reply = answered
        reply[attribute: "id"] = id
        reply[attribute: "from"] = to.description
        reply[attribute: "to"] = nil
        await juliet.stream.deliver([reply])
        return try await value.value
    }

    @Test("The version of somebody's software")
    func version() async throws {
        let version = try await exchange(
            "xep-0092", "01-querying-another-entity-for-its-software-version",
            "02-receiving-a-reply-regarding-software-version"
        ) { try await $0.version(of: $1) }
        #expect(version == SoftwareVersion(name: "Exodus", version: "0.7.0.4", os: "Windows-XP 5.01.2600"))
    }

    @Test("Somebody's time")
    func time() async throws {
        let time = try await exchange(
            "xep-0202", "01-querying-another-entity-for-the-local-time", "02-a-response-to-the-query"
        ) { try await $0.time(of: $1) }
        #expect(time == EntityTime(utc: 1_166_551_115_000_000, offset: -360))
    }

    @Test("Somebody's last activity")
    func lastActivity() async throws {
        let activity = try await exchange(
            "xep-0012", "06-last-activity-query-sent-to-full-jid", "08-last-activity-response-by-client"
        ) { try await $0.lastActivity(of: $1) }
        #expect(activity == LastActivity(seconds: 123))
    }

    @Test("Somebody's last status")
    func lastStatus() async throws {
        let activity = try await exchange(
            "xep-0012", "01-last-activity-query", "05-last-activity-response-by-server"
        ) { try await $0.lastActivity(of: $1) }
        #expect(activity == LastActivity(seconds: 903, status: "Heading Home"))
    }

    @Test("What somebody is and can do")
    func info() async throws {
        let info = try await exchange(
            "xep-0030", "01-querying-for-information", "02-result-set-for-information-request"
        ) { try await $0.info(of: $1) }
        #expect(info.identities.map(\.category) == ["conference", "directory"])
        #expect(info.features.count == 7)
        #expect(info.has("http://jabber.org/protocol/muc"))
        #expect(!info.has("http://jabber.org/protocol/MUC"))
    }

    @Test("What belongs to somebody")
    func items() async throws {
        let items = try await exchange("xep-0030", "09-requesting-all-items", "10-result-set-for-all-items") {
            try await $0.items(of: $1)
        }
        #expect(items.first == DiscoItem(jid: try JID("people.shakespeare.lit"), name: "Directory of Characters"))
        #expect(items.count == 8)
    }

    private static let time = "<time xmlns='urn:xmpp:time'><tzo>Z</tzo><utc>1970-01-01T00:00:00Z</utc></time>"

    private static let questions: [(name: String, ask: @Sendable (Session) async throws(RequestFailure) -> Void)] = [
        ("time", { session throws(RequestFailure) in _ = try await session.time(of: nil) }),
        ("version", { session throws(RequestFailure) in _ = try await session.version(of: nil) }),
        ("last activity", { session throws(RequestFailure) in _ = try await session.lastActivity(of: nil) }),
        ("info", { session throws(RequestFailure) in _ = try await session.info(of: nil) }),
        ("items", { session throws(RequestFailure) in _ = try await session.items(of: nil) }),
    ]

    @Test(
        "An answer of another form is an error",
        arguments: [
            "", "<query xmlns='urn:other'/>", "<time xmlns='urn:xmpp:time'/>",
            "<time xmlns='urn:xmpp:time'><tzo>CET</tzo><utc>2006-12-19T17:58:35Z</utc></time>",
            "<time xmlns='urn:xmpp:time'><tzo>+25:00</tzo><utc>2006-12-19T17:58:35Z</utc></time>",
            "<time xmlns='urn:xmpp:time'><tzo>Z</tzo><utc>yesterday</utc></time>",
            "<query xmlns='jabber:iq:version'><name>A</name></query>", "<query xmlns='jabber:iq:last'/>",
            "<query xmlns='jabber:iq:last' seconds='-1'/>",
            "<query xmlns='jabber:iq:last' seconds='99999999999999999999'/>",
            "<query xmlns='http://jabber.org/protocol/disco#info'><feature/></query>",
            "<query xmlns='http://jabber.org/protocol/disco#info'><identity category='a'/></query>",
        ])
    func malformed(answer: String) async throws {
        for (name, ask) in Self.questions {
            let juliet = try SessionHarness()
            let value = Task { try await ask(juliet.session) }
            _ = await juliet.stream.next()
            try await juliet.stream.deliver("<iq type='result' id='id-1'>\(answer)</iq>")
            await #expect(throws: RequestFailure.malformedAnswer, "\(name)") { try await value.value }
        }
    }

    @Test("An answer by somebody else is not taken")
    func forged() async throws {
        let juliet = try SessionHarness()
        let nurse = try JID("nurse@example.com/chamber")
        let value = Task { try await juliet.session.time(of: nurse) }
        _ = await juliet.stream.next()
        let lie = Self.time.replacing("1970", with: "1999")
        try await juliet.stream.deliver("<iq type='result' id='id-1' from='nurse@example.com/x'>\(lie)</iq>")
        try await juliet.stream.deliver("<iq type='result' id='id-1' from='\(nurse)'>\(Self.time)</iq>")
        #expect(try await value.value == EntityTime(utc: 0, offset: 0))
        #expect(juliet.delegate.refusals.map(\.code) == ["answer-foreign"])
    }

    @Test("What the other side says against it comes through")
    func refused() async throws {
        let juliet = try SessionHarness()
        let value = Task { try await juliet.session.lastActivity(of: nil) }
        _ = await juliet.stream.next()
        let error = "<error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error>"
        try await juliet.stream.deliver("<iq type='error' id='id-1'>\(error)</iq>")
        await #expect(throws: RequestFailure.refused(.forbidden)) { _ = try await value.value }
    }

    @Test("Extended information is read (XEP-0128)", arguments: try golden("xep-0128"))
    func forms(sample: Golden) throws {
        let info = try #require(sample.element.elements.first.flatMap(DiscoInfo.init))
        let form = try #require(info.forms.first)
        #expect(try info.element.canonical(.dropped).contains(#require(form.type)))
        #expect(!form.fields.isEmpty && form.fields.allSatisfy { $0.name != "FORM_TYPE" })
    }
}
