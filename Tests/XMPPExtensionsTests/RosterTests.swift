import TestSupport
import Testing
import XMLStreams
import XMPPAddresses
import XMPPExtensions
import XMPPSessions
import XMPPStanzas

@Suite("Roster", .timeLimit(.minutes(1)))
struct RosterTests {
    @Test("The result of the specification is read")
    func result() throws {
        let iq = try golden("rfc6121", "02-02-2-retrieving-the-roster-on-login").element
        let expected = [
            RosterItem(jid: try BareJID("romeo@example.net"), name: "Romeo", subscription: .both, groups: ["Friends"]),
            RosterItem(jid: try BareJID("mercutio@example.com"), name: "Mercutio", subscription: .from),
            RosterItem(jid: try BareJID("benvolio@example.net"), name: "Benvolio", subscription: .both),
        ]
        #expect(RosterAnswer(iq.elements.first) == .whole(expected, version: "ver11"))
    }

    @Test("An empty result is not an empty roster (RFC 6121 §2.6.3)")
    func empty() throws {
        #expect(RosterAnswer(nil) == .unchanged)
        let iq = try golden("rfc6121", "02-01-04-2-roster-result").element
        #expect(RosterAnswer(iq.elements.first) == .whole([], version: "ver9"))
        #expect(RosterAnswer(Element("query", "urn:example")) == nil)
    }

    struct ItemCase: Sendable, CustomTestStringConvertible {
        let xml: String
        let expected: RosterItem?
        var testDescription: String { xml }
    }

    static func item(
        _ subscription: RosterItem.Subscription = .none, asking: Bool = false, approved: Bool = false,
        name: String? = nil, groups: [String] = []
    ) -> RosterItem? {
        (try? BareJID("nurse@example.com")).map {
            RosterItem(
                jid: $0, name: name, subscription: subscription, isAsking: asking, isApproved: approved, groups: groups)
        }
    }

    static let items = [
        ItemCase(xml: "<item jid='nurse@example.com'/>", expected: item()),
        ItemCase(xml: "<item jid='Nurse@EXAMPLE.com' name=''/>", expected: item()),
        ItemCase(
            xml: "<item jid='nurse@example.com' subscription='to' ask='subscribe'/>", expected: item(.to, asking: true)),
        ItemCase(xml: "<item jid='nurse@example.com' subscription='blue' ask='blue'/>", expected: item()),
        ItemCase(xml: "<item jid='nurse@example.com' approved='true'/>", expected: item(approved: true)),
        ItemCase(xml: "<item jid='nurse@example.com' approved='1'/>", expected: item(approved: true)),
        ItemCase(xml: "<item jid='nurse@example.com' approved='blue'/>", expected: item()),
        ItemCase(
            xml:
                "<item jid='nurse@example.com' name='N'><group>A</group><group>B</group><group>A</group><group/></item>",
            expected: item(name: "N", groups: ["A", "B"])),
        ItemCase(xml: "<item/>", expected: nil),
        ItemCase(xml: "<item jid='nurse@example.com/chamber'/>", expected: nil),
        ItemCase(xml: "<item jid='a@b@c'/>", expected: nil),
        ItemCase(xml: "<item jid=''/>", expected: nil),
    ]

    @Test("Items are read as the specification says, and unknown values ignored", arguments: items)
    func reading(row: ItemCase) throws {
        let query = try stanza("<query xmlns='jabber:iq:roster'>\(row.xml)</query>")
        #expect(query.elements.first.flatMap(RosterItem.init) == row.expected)
    }

    @Test("One bad item does not cost the others")
    func badItem() throws {
        let query = try stanza("<query xmlns='jabber:iq:roster'><item jid='@'/><item jid='nurse@example.com'/></query>")
        #expect(RosterAnswer(query) == .whole([RosterTests.item()].compactMap { $0 }, version: nil))
    }

    struct PushCase: Sendable, CustomTestStringConvertible {
        let from: String?
        var content = "<item jid='nurse@example.com'/>"
        var refusal: String?
        var testDescription: String { "from \(from ?? "–"): \(content)" }
    }

    static let pushes = [
        PushCase(from: nil),
        PushCase(from: "juliet@example.com"),
        PushCase(from: "Juliet@Example.com"),
        PushCase(from: nil, content: "<item jid='nurse@example.com' subscription='remove'/>"),
        PushCase(from: "example.com", refusal: "roster-push-foreign"),
        PushCase(from: "juliet@example.com/phone", refusal: "roster-push-foreign"),
        PushCase(from: "nurse@example.com", refusal: "roster-push-foreign"),
        PushCase(from: "romeo@example.net/orchard", refusal: "roster-push-foreign"),
        PushCase(from: "juliet@example.com.evil.example", refusal: "roster-push-foreign"),
        PushCase(from: nil, content: "", refusal: "roster-push-malformed"),
        PushCase(from: nil, content: "<item jid='a@b.c'/><item jid='d@b.c'/>", refusal: "roster-push-malformed"),
        PushCase(from: nil, content: "<item/>", refusal: "roster-push-malformed"),
    ]

    @Test("A push counts only from our own account (RFC 6121 §2.1.6)", arguments: pushes)
    func push(row: PushCase) async throws {
        let juliet = try SessionHarness(extensions: [Roster()])
        let from = row.from.map { "from='\($0)'" } ?? ""
        try await juliet.stream.deliver(
            "<iq type='set' id='p1' \(from)><query xmlns='jabber:iq:roster' ver='v2'>\(row.content)</query></iq>")
        let batch = await juliet.delegate.nextBatch()
        let answer = try #require(await juliet.stream.next())
        if let refusal = row.refusal {
            #expect(batch.products.isEmpty)
            #expect(juliet.delegate.refusals.map(\.code) == [refusal])
            #expect(StanzaError(stanza: answer).condition == .serviceUnavailable)
            return
        }
        #expect(answer[attribute: "type"] == "result")
        guard case .product(let product as RosterPush, .ownAccount) = batch.products.first else {
            Issue.record("no push")
            return
        }
        #expect(product.version == "v2")
        let jid = try BareJID("nurse@example.com")
        let isRemoval = row.content.contains("remove")
        #expect(product.change == (isRemoval ? .remove(jid) : .set(RosterItem(jid: jid))))
    }

    static let pushNames = ["02-01-06-1-roster-push"] + (2...5).map { "02-06-03-\($0)-success-case" }

    @Test("The pushes of the specification are read", arguments: pushNames)
    func goldenPush(name: String) throws {
        let iq = try golden("rfc6121", name).element
        #expect(iq.elements.first.flatMap(RosterPush.init) != nil)
    }

    @Test("Requests are those of the specification")
    func requests() async throws {
        let juliet = try SessionHarness(features: [Element("ver", .rosterVersions)])
        #expect(await juliet.session.offersRosterVersions)
        #expect(await !juliet.session.offersPreApproval)
        let nurse = try BareJID("nurse@example.com")
        let get = Task { try await juliet.session.roster(since: "ver14") }
        let asked = try await payload(juliet)
        #expect(try asked == payload("02-06-02-1-request"))
        try await juliet.stream.deliver("<iq type='result' id='id-1' from='juliet@example.com'/>")
        #expect(try await get.value == .unchanged)
        let item = RosterItem(
            jid: nurse, name: "Nurse", subscription: .both, isAsking: true, isApproved: true, groups: ["Servants"])
        let set = Task { try await juliet.session.setRosterItem(item) }
        let added = try await payload(juliet)
        #expect(try added == payload("02-03-01-1-request"))
        try await juliet.stream.deliver("<iq type='result' id='id-2'/>")
        try await set.value
        let remove = Task { try await juliet.session.removeRosterItem(nurse) }
        let removed = try await payload(juliet)
        #expect(try removed == payload("02-05-01-1-request"))
        try await juliet.stream.deliver("<iq type='result' id='id-3'/>")
        try await remove.value
    }

    /// What the next request carries, past questions for acknowledgement.
    private func payload(_ juliet: SessionHarness) async throws -> String? {
        while let element = await juliet.stream.next() {
            if element.name.local == "iq" { return element.elements.first?.canonical(.dropped) }
        }
        return nil
    }

    private func payload(_ name: String) throws -> String? {
        try golden("rfc6121", name).element.elements.first?.canonical(.dropped)
    }
}
