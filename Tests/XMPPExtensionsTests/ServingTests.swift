import TestSupport
import Testing
import XMLStreams
import XMPPAddresses
import XMPPExtensions
import XMPPSessions
import XMPPStanzas

@Suite("What we tell about ourselves", .timeLimit(.minutes(1)))
struct ServingTests {
    private func juliet(_ change: (inout ExtensionSettings) -> Void = { _ in }) throws -> SessionHarness {
        var settings = ExtensionSettings(
            account: try BareJID(SessionHarness.account), stamp: try SessionHarness.stamp(), name: "Saluton",
            version: "1.0", kind: "console", website: "https://saluton.example", now: { 1_166_551_115_000_000 },
            offset: { -360 }, idle: { 123 })
        change(&settings)
        return try SessionHarness(extensions: Extensions.all(settings))
    }

    private func ask(_ payload: String, from: String, _ juliet: SessionHarness) async throws -> Element {
        try await juliet.stream.deliver("<iq type='get' id='q' from='\(from)'>\(payload)</iq>")
        while let element = await juliet.stream.next() {
            if element[attribute: "id"] == "q" { return element }
        }
        throw CancellationError()
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let payload: String
        let from: String
        /// `nil`: refused as if nobody was there.
        let answer: String?
        var testDescription: String { "\(payload) from \(from)" }
    }

    static let nurse = "nurse@example.com/chamber"
    static let questions: [(payload: String, answer: String)] = [
        ("<ping xmlns='urn:xmpp:ping'/>", ""),
        (
            "<time xmlns='urn:xmpp:time'/>",
            "<time xmlns='urn:xmpp:time'><tzo>-06:00</tzo><utc>2006-12-19T17:58:35Z</utc></time>"
        ),
        (
            "<query xmlns='jabber:iq:version'/>",
            "<query xmlns='jabber:iq:version'><name>Saluton</name><version>1.0</version></query>"
        ),
        ("<query xmlns='jabber:iq:last'/>", "<query xmlns='jabber:iq:last' seconds='123'/>"),
        (
            "<query xmlns='http://jabber.org/protocol/disco#items'/>",
            "<query xmlns='http://jabber.org/protocol/disco#items'/>"
        ),
    ]

    static let cases = questions.flatMap { question in
        [
            Case(payload: question.payload, from: nurse, answer: question.answer),
            Case(payload: question.payload, from: "juliet@example.com/phone", answer: question.answer),
            Case(payload: question.payload, from: "paris@example.com/x", answer: nil),
            Case(payload: question.payload, from: "romeo@example.net/x", answer: nil),
            Case(payload: question.payload, from: "example.com.evil.example", answer: nil),
        ]
    }

    @Test("Those who see our presence get an answer, strangers none that gives it away", arguments: cases)
    func table(row: Case) async throws {
        let answer = try await ask(row.payload, from: row.from, juliet())
        guard let expected = row.answer else {
            #expect(StanzaError(stanza: answer) == .serviceUnavailable)
            #expect(answer.elements.count == 1)
            return
        }
        #expect(answer[attribute: "type"] == "result")
        let expectedElement = expected.isEmpty ? nil : try stanza(expected)
        #expect(answer.elements.first?.canonical == expectedElement?.canonical)
    }

    @Test("Disco says exactly what is joined, under each node we announce")
    func disco() async throws {
        let juliet = try juliet()
        let plan = juliet.session.plan
        let answer = try await ask("<query xmlns='http://jabber.org/protocol/disco#info'/>", from: Self.nurse, juliet)
        let info = try #require(answer.elements.first.flatMap(DiscoInfo.init))
        #expect(info.features == plan.features.map(\.rawValue))
        let ours = DiscoIdentity(category: "client", type: "console", language: "en", name: "Saluton")
        #expect(info.identities == [ours])
        #expect(info.forms.isEmpty)
        #expect(info.has("jabber:iq:last"))
        #expect(plan.ownNodes.count == 3)
        for node in plan.ownNodes {
            let query = "<query xmlns='http://jabber.org/protocol/disco#info' node='\(node)'/>"
            let again = try await ask(query, from: Self.nurse, juliet)
            let other = try #require(again.elements.first.flatMap(DiscoInfo.init))
            #expect(other.node == node)
            #expect(other.withoutNode == info)
        }
        let unknown = "<query xmlns='http://jabber.org/protocol/disco#info' node='unknown'/>"
        #expect(StanzaError(stanza: try await ask(unknown, from: Self.nurse, juliet)) == .itemNotFound)
    }

    @Test("Our presence promises what disco says")
    func promise() async throws {
        let juliet = try juliet()
        let announced = try #require(CapabilityAnnouncement(juliet.session.plan.presencePayloads))
        let answer = try await ask("<query xmlns='http://jabber.org/protocol/disco#info'/>", from: Self.nurse, juliet)
        let info = try #require(answer.elements.first.flatMap(DiscoInfo.init))
        #expect(announced.offers.map(\.hash.function) == ["sha-256", "sha3-256", "sha-1"])
        for offer in announced.offers {
            #expect(offer.hash.proved(of: info) == info)
            #expect(juliet.session.plan.ownNodes.contains(offer.node))
        }
    }

    @Test("Who does not want to tell how long they are idle, does not")
    func hiddenIdleness() async throws {
        let juliet = try juliet { $0.idle = nil }
        #expect(!juliet.session.plan.features.contains(.lastActivity))
        let answer = try await ask("<query xmlns='jabber:iq:last'/>", from: Self.nurse, juliet)
        #expect(StanzaError(stanza: answer) == .serviceUnavailable)
    }

    @Test("A client's version says nothing of its operating system, unasked settings work")
    func standard() async throws {
        let juliet = try juliet {
            $0 = ExtensionSettings(account: $0.account, stamp: $0.stamp)
        }
        let answer = try await ask("<query xmlns='jabber:iq:version'/>", from: Self.nurse, juliet)
        let version = try SoftwareVersion(try #require(answer.elements.first))
        #expect(version.name == "Saluton" && !version.version.isEmpty && version.os == nil)
        let reply = try await ask("<time xmlns='urn:xmpp:time'/>", from: Self.nurse, juliet)
        #expect(try EntityTime(try #require(reply.elements.first)).utc > 1_700_000_000_000_000)
        #expect(abs(LocalClock.offset()) < 24 * 60)
    }
}
