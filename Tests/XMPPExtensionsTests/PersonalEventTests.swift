import TestSupport
import Testing
import XMLStreams
import XMPPAddresses
import XMPPStanzas

@testable import XMPPExtensions
@testable import XMPPSessions

@Suite("Events of our own nodes (XEP-0163)")
struct PersonalEventTests {
    private let stamp: AuthorityStamp
    private let plan: SessionPlan

    init() throws {
        let juliet = try BareJID("juliet@capulet.lit")
        stamp = AuthorityStamp(account: juliet, standing: { _ in [.sees, .seen] }, isJoinedRoom: { _ in false })
        plan = SessionPlan(account: juliet, extensions: [PersonalEvents()])
    }

    private func verdict(
        _ element: Element, by passage: Passage = .direct, strike: (Refusal) -> Void = { _ in }
    ) async throws -> Verdict<Message> {
        let message = try Message(element)
        return await plan.messages.route(
            Incoming(message, from: stamp.authority(of: message.from), by: passage), strike: strike)
    }

    private func event(_ element: Element) async throws -> PersonalEvent? {
        guard case .produce(let product) = try await verdict(element) else { return nil }
        return product as? PersonalEvent
    }

    @Test("What the specifications show is read")
    func specified() async throws {
        let displayed = try #require(try await event(golden("xep-0490", "event").element))
        #expect(displayed.node == .displayedSync)
        guard case .items(let items, []) = displayed.change else {
            Issue.record("no items")
            return
        }
        #expect(items.map(\.id) == ["romeo@montegue.lit"])
        let gone = try #require(try await event(golden("xep-0402", "event-retracted").element))
        #expect(gone == PersonalEvent(.bookmarks, .items([], retracted: ["theplay@conference.shakespeare.lit"])))
        let room = try #require(try await event(golden("xep-0402", "event").element))
        #expect(room.node == .bookmarks)
    }

    @Test("Nodes that are emptied or deleted", arguments: ["purge", "delete"])
    func emptied(word: String) async throws {
        let found = try await event(stanza(Self.message("<\(word) node='urn:xmpp:bookmarks:1'/>")))
        #expect(found == PersonalEvent(.bookmarks, .emptied))
    }

    @Test("All features are announced that events are asked for with")
    func features() {
        #expect(plan.features.map(\.rawValue).contains("urn:xmpp:mds:displayed:0+notify"))
        #expect(plan.features.map(\.rawValue).contains("urn:xmpp:bookmarks:1+notify"))
        #expect(plan.features.count == PersonalEvents.nodes.count)
    }

    @Test(
        "Nobody else speaks for our nodes; the rest of the message stands",
        arguments: [
            "romeo@montegue.lit", "romeo@montegue.lit/orchard", "capulet.lit", "juliet@capulet.lit/chamber",
            "mallory@evil.example",
        ])
    func forged(from: String) async throws {
        var refusals: [Refusal] = []
        let text = Self.message(Self.bookmark, from: from, beside: "<body>hi</body>")
        let verdict = try await verdict(try stanza(text)) { refusals.append($0) }
        guard case .pass(let rest) = verdict else {
            Issue.record("believed")
            return
        }
        #expect(refusals == [.foreignPersonalEvent])
        #expect(rest.stanza.payloads.isEmpty && rest.stanza.bodies.first?.text == "hi")
    }

    @Test("What an archive or a copy has of it is not how things are", arguments: [Passage.copied, .archived(id: "1")])
    func old(passage: Passage) async throws {
        guard case .refuse(.unaskedPersonalEvent) = try await verdict(stanza(Self.message(Self.bookmark)), by: passage)
        else {
            Issue.record("believed")
            return
        }
    }

    @Test(
        "What was not asked for, or says nothing, is refused",
        arguments: [
            message("<items node='urn:xmpp:avatar:metadata'><item id='a'/></items>"), message("<items/>"), message(""),
            message("<configuration node='urn:xmpp:bookmarks:1'/>"),
            message("<items xmlns='urn:other' node='urn:xmpp:bookmarks:1'/>"),
            message("<items node='urn:xmpp:bookmarks:1'>\(String(repeating: "<item id='a'/>", count: 201))</items>"),
        ])
    func refused(text: String) async throws {
        guard case .refuse(.unaskedPersonalEvent) = try await verdict(stanza(text)) else {
            Issue.record("believed: \(text)")
            return
        }
    }

    @Test("The same of a node that was asked for is taken")
    func taken() async throws {
        #expect(try await event(stanza(Self.message(Self.bookmark)))?.node == .bookmarks)
    }

    @Test("Two events in one message are none")
    func twice() async throws {
        let more = "<event xmlns='http://jabber.org/protocol/pubsub#event'>\(Self.bookmark)</event>"
        guard case .refuse = try await verdict(stanza(Self.message(Self.bookmark, beside: more))) else {
            Issue.record("believed")
            return
        }
    }

    private static let bookmark = "<items node='urn:xmpp:bookmarks:1'><item id='a@b'><conference/></item></items>"

    private static func message(
        _ content: String, from: String = "juliet@capulet.lit", beside: String = ""
    ) -> String {
        "<message from='\(from)' type='headline'><event xmlns='http://jabber.org/protocol/pubsub#event'>\(content)"
            + "</event>\(beside)</message>"
    }
}
