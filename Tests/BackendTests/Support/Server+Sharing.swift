import TestSupport
import Testing
import XMLStreams
import XMPPExtensions

/// The part of the server that keeps what devices share.
extension Server {
    /// What is published.
    struct Publication {
        let id: String
        let node: String
        let item: Element

        var payload: Element? { item.elements.first }
        var itemID: String? { item[attribute: "id"] }
    }

    static let offer = "<feature var='http://jabber.org/protocol/pubsub#publish-options'/>"

    /// Answers the questions with which sharing begins.
    func share(
        displayed: String = "", chats: String = "", rooms: String = "", features: String = Server.offer
    ) async throws {
        let disco = try await stanza()
        #expect(disco.child("query", .discoInfo) != nil)
        try await answer(
            try #require(disco[attribute: "id"]),
            """
            <query xmlns='http://jabber.org/protocol/disco#info'><identity category='pubsub' type='pep'/>\(features)\
            </query>
            """)
        guard features == Server.offer else { return }
        for (node, items) in [
            (Namespace.displayedSync, displayed), (.conversationSettings, chats), (.bookmarks, rooms),
        ] {
            try await give(items, of: node)
        }
    }

    /// Answers the next question, which must be for items of this node.
    func give(_ items: String, of node: Namespace, asked peer: String? = nil) async throws {
        let question = try await stanza()
        let asked = try #require(question.child("pubsub", .pubsub)?.child("items", .pubsub))
        #expect(asked[attribute: "node"] == node.rawValue)
        #expect(asked.child("item", .pubsub)?[attribute: "id"] == peer)
        try await answer(
            try #require(question[attribute: "id"]),
            "<pubsub xmlns='http://jabber.org/protocol/pubsub'><items node='\(node)'>\(items)</items></pubsub>")
    }

    /// The next publication, not answered.
    func published() async throws -> Publication {
        let request = try await stanza()
        let publish = try #require(request.child("pubsub", .pubsub)?.child("publish", .pubsub))
        return Publication(
            id: try #require(request[attribute: "id"]), node: publish[attribute: "node"] ?? "",
            item: try #require(publish.child("item", .pubsub)))
    }

    /// The next publication, taken, and told to all devices as servers do.
    @discardableResult
    func publication() async throws -> Publication {
        let found = try await published()
        try await answer(found.id, "")
        return found
    }

    func event(
        _ items: String, of node: Namespace, from: String = "juliet@example.com"
    ) async throws {
        try await deliver(
            """
            <message type='headline' from='\(from)' to='juliet@example.com/balcony'>\
            <event xmlns='http://jabber.org/protocol/pubsub#event'><items node='\(node)'>\(items)</items></event>\
            </message>
            """)
    }

    static func marker(
        _ id: String, of peer: String = "romeo@example.net", by: String = "juliet@example.com"
    ) -> String {
        """
        <item id='\(peer)'><displayed xmlns='urn:xmpp:mds:displayed:0'>\
        <stanza-id xmlns='urn:xmpp:sid:0' id='\(id)' by='\(by)'/></displayed></item>
        """
    }

    static func chat(_ content: String, of peer: String = "romeo@example.net") -> String {
        "<item id='\(peer)'><chat xmlns='https://saluton.org/protocol/conversations/0'>\(content)</chat></item>"
    }
}
