import TestSupport
import Testing
import XMLStreams
import XMPPAddresses
import XMPPSessions
import XMPPStanzas

@testable import XMPPExtensions

@Suite("Asking our own nodes (XEP-0060)", .timeLimit(.minutes(1)))
struct PubSubTests {
    private static let musings: Namespace = "princely_musings"
    private static let met = """
        <error type='cancel'><conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>\
        <precondition-not-met xmlns='http://jabber.org/protocol/pubsub#errors'/></error>
        """

    /// The next request; Stream Management asks in between.
    private func question(_ juliet: SessionHarness) async throws -> Element {
        while true {
            let element = try #require(await juliet.stream.next())
            if element.name.namespace == .client { return element }
        }
    }

    private func answer(_ juliet: SessionHarness, _ request: Element, _ content: String = "") async throws {
        let id = try #require(request[attribute: "id"])
        let type = content.hasPrefix("<error") ? "error" : "result"
        try await juliet.stream.deliver("<iq type='\(type)' id='\(id)'>\(content)</iq>")
    }

    /// What the request of a golden stanza is compared with: all it carries.
    private func same(_ request: Element, _ folder: String, _ name: String) throws -> Bool {
        let golden = try golden(folder, name).element
        return request.elements.first?.canonical(.dropped) == golden.elements.first?.canonical(.dropped)
            && request[attribute: "type"] == golden[attribute: "type"]
    }

    @Test(
        "What is published privately carries the options of its specification",
        arguments: [
            ("xep-0490", "publish", Namespace.displayedSync), ("xep-0402", "add", .bookmarks),
            ("xep-0402", "edit", .bookmarks),
        ])
    func publish(folder: String, name: String, node: Namespace) async throws {
        let juliet = try SessionHarness()
        let item = try #require(
            golden(folder, name).element.child("pubsub", .pubsub)?.child("publish", .pubsub)?.child("item", .pubsub))
        let published = PubSubItem(
            id: try #require(item[attribute: "id"]), payload: item.elements.first)
        let done = Task { try await juliet.session.publishPrivately(published, to: node) }
        let request = try await question(juliet)
        #expect(try same(request, folder, name))
        #expect(request[attribute: "to"] == nil)
        try await answer(juliet, request)
        try await done.value
    }

    @Test("A node that is configured otherwise is configured anew, and published to again, once")
    func precondition() async throws {
        let juliet = try SessionHarness()
        let done = Task {
            try await juliet.session.publishPrivately(PubSubItem(id: "a"), to: Self.musings)
        }
        let first = try await question(juliet)
        try await answer(juliet, first, Self.met)
        let configuring = try await question(juliet)
        let configure = try #require(
            configuring.child("pubsub", .pubsubOwner)?.child("configure", .pubsubOwner))
        #expect(configure[attribute: "node"] == "princely_musings")
        let form = try #require(configure.child("x", .dataForms))
        let shown = try #require(
            golden("xep-0060", "configure").element.child("pubsub", .pubsubOwner)?
                .child("configure", .pubsubOwner)?.child("x", .dataForms))
        #expect(form.elements.first?.canonical(.dropped) == shown.elements.first?.canonical(.dropped))
        let names = Set(shown.elements.map { $0[attribute: "var"] })
        #expect(form.elements.allSatisfy { names.contains($0[attribute: "var"]) })
        try await answer(juliet, configuring)
        let second = try await question(juliet)
        #expect(second.elements == first.elements)
        try await answer(juliet, second, Self.met)
        await #expect(throws: RequestFailure.self) { try await done.value }
    }

    @Test("Any other refusal stands")
    func refused() async throws {
        let juliet = try SessionHarness()
        let done = Task { try await juliet.session.publishPrivately(PubSubItem(id: "a"), to: Self.musings) }
        let request = try await question(juliet)
        try await answer(
            juliet, request, "<error type='auth'><forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error>")
        await #expect(throws: RequestFailure.refused(.forbidden)) { try await done.value }
    }

    @Test("All items are asked for as the specifications show", arguments: [("xep-0490", 2), ("xep-0402", 2)])
    func items(folder: String, count: Int) async throws {
        let juliet = try SessionHarness()
        let node: Namespace = folder == "xep-0490" ? .displayedSync : .bookmarks
        let items = Task { try await juliet.session.items(of: node) }
        let request = try await question(juliet)
        #expect(try same(request, folder, "get"))
        var reply = try golden(folder, "items").element
        reply[attribute: "id"] = request[attribute: "id"]
        reply[attribute: "to"] = nil
        await juliet.stream.deliver([reply])
        let found = try await items.value
        #expect(found.count == count && found.allSatisfy { $0.payload != nil })
    }

    @Test("Where there are more, the next page is asked for, and nothing beyond the limit is taken")
    func pages() async throws {
        let juliet = try SessionHarness()
        let items = Task { try await juliet.session.items(of: Self.musings, limit: 4) }
        var reply = try golden("xep-0060", "page").element
        for expected in [nil, "4e30f35051b7b8b42abe083742187228"] {
            let request = try await question(juliet)
            let set = request.child("pubsub", .pubsub)?.child("set", .resultSets)
            #expect(set?.child("after", .resultSets)?.text == expected)
            reply[attribute: "id"] = request[attribute: "id"]
            reply[attribute: "from"] = nil
            reply[attribute: "to"] = nil
            await juliet.stream.deliver([reply])
        }
        #expect(try await items.value.count == 4)
    }

    @Test("A node that is not there has no items; an answer of another kind is none")
    func missing() async throws {
        let juliet = try SessionHarness()
        for (content, isError) in [
            ("<error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error>", false),
            ("<pubsub xmlns='http://jabber.org/protocol/pubsub'/>", false), ("<query xmlns='urn:other'/>", true),
            ("", true),
        ] {
            let items = Task { try await juliet.session.items(of: Self.musings) }
            try await answer(juliet, try await question(juliet), content)
            if isError {
                await #expect(throws: RequestFailure.malformedAnswer) { try await items.value }
            } else {
                #expect(try await items.value.isEmpty)
            }
        }
    }

    @Test("Items without an id, or with one that is too long, are left out; a payload is one element")
    func badItems() async throws {
        let juliet = try SessionHarness()
        let items = Task { try await juliet.session.items(of: Self.musings, ["a"]) }
        let request = try await question(juliet)
        let asked = request.child("pubsub", .pubsub)?.child("items", .pubsub)?.child("item", .pubsub)
        #expect(asked?[attribute: "id"] == "a")
        try await answer(
            juliet, request,
            """
            <pubsub xmlns='http://jabber.org/protocol/pubsub'><items node='princely_musings'><item/><item id=''/>\
            <item id='\(String(repeating: "x", count: 3_072))'/><item id='two'><a/><b/></item><item id='none'/>\
            <item id='one'><a xmlns='urn:a'/></item></items></pubsub>
            """)
        let found = try await items.value
        #expect(found.map(\.id) == ["two", "none", "one"])
        #expect(found.map { $0.payload?.name.local } == [nil, nil, "a"])
    }

    @Test("Items and nodes are removed as the specifications show")
    func removing() async throws {
        let juliet = try SessionHarness()
        let retracted = Task {
            try await juliet.session.retract("theplay@conference.shakespeare.lit", from: .bookmarks)
        }
        let retraction = try await question(juliet)
        #expect(try same(retraction, "xep-0402", "remove"))
        try await answer(juliet, retraction)
        try await retracted.value
        let deleted = Task { try await juliet.session.deleteNode(Self.musings) }
        let deletion = try await question(juliet)
        #expect(try same(deletion, "xep-0060", "delete"))
        try await answer(juliet, deletion)
        try await deleted.value
    }

    @Test(
        "Private data goes only to a server that keeps it private (XEP-0223 §5)",
        arguments: [
            ("pep", "http://jabber.org/protocol/pubsub#publish-options", true),
            ("service", "http://jabber.org/protocol/pubsub#publish-options", false),
            ("pep", "http://jabber.org/protocol/pubsub#publish", false),
        ])
    func support(type: String, feature: String, isOffered: Bool) {
        let info = DiscoInfo(identities: [DiscoIdentity(category: "pubsub", type: type)], features: [feature])
        #expect(PrivateStorage.isOffered(info) == isOffered)
    }
}
