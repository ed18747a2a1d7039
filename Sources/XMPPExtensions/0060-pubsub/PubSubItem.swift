public import XMLStreams

extension Namespace {
    /// Publish-Subscribe (XEP-0060 §14.2): requests.
    public static let pubsub: Namespace = "http://jabber.org/protocol/pubsub"
    /// What a service says by itself.
    public static let pubsubEvent: Namespace = "http://jabber.org/protocol/pubsub#event"
    /// What only the owner of a node may do.
    public static let pubsubOwner: Namespace = "http://jabber.org/protocol/pubsub#owner"
    public static let pubsubErrors: Namespace = "http://jabber.org/protocol/pubsub#errors"
    /// The service compares the options of a publication with the configuration of the node (§7.1.5).
    public static let publishOptions: Namespace = "http://jabber.org/protocol/pubsub#publish-options"

    /// The feature by which one asks for events of this node (XEP-0163 §4.3.1).
    var notify: Namespace { Namespace(rawValue: "\(rawValue)+notify") }
}

/// One item of a node (XEP-0060 §4).
public struct PubSubItem: Hashable, Sendable {
    /// Bytes of an id at most: as many as an address may have (RFC 7622 §3).
    static let idBytes = 3_071

    public var id: String
    /// Its only child; `nil`: it has none, or more than one.
    public var payload: Element?

    public init(id: String, payload: Element? = nil) {
        self.id = id
        self.payload = payload
    }

    /// Reads an `item`, of whichever namespace; `nil` without an id, or with one that is too long.
    init?(_ element: Element, _ namespace: Namespace) {
        guard element.has("item", namespace), let id = element[attribute: "id"].flatMap(Self.id) else { return nil }
        self.id = id
        let children = element.elements
        payload = children.count == 1 ? children[0] : nil
    }

    static func id(_ text: String) -> String? { (1...idBytes).contains(text.utf8.count) ? text : nil }

    var element: Element { Element("item", .pubsub, ["id": id], children: payload.map { [$0] } ?? []) }
}
