public import XMLStreams
public import XMPPAddresses

extension Namespace {
    /// Full Text Search in MAM (XEP-0431 §2.1).
    public static let archiveSearch: Namespace = "urn:xmpp:fulltext:0"
}

/// Which messages of an archive are wanted (XEP-0313 §4.1).
public struct ArchiveFilter: Hashable, Sendable {
    /// What was exchanged with this address; `nil`: with anybody.
    public var peer: BareJID?
    /// Whether messages of rooms are wanted; `nil`: as the server likes.  Only for servers that announce
    /// `.archiveGroupchat` (§4.1.4).
    public var includesRooms: Bool?
    /// What the server's own search is to find; `nil`: everything.  Only for servers that announce `.archiveSearch`
    /// (XEP-0431 §3.1).
    public var text: String?

    public init(peer: BareJID? = nil, includesRooms: Bool? = nil, text: String? = nil) {
        self.peer = peer
        self.includesRooms = includesRooms
        self.text = text
    }

    /// `nil`: nothing is filtered.
    var form: Element? {
        var fields: [Element] = []
        if let peer { fields.append(Self.field("with", peer.description)) }
        if let includesRooms { fields.append(Self.field("include-groupchat", includesRooms ? "true" : "false")) }
        if let text { fields.append(Self.field("{\(Namespace.archiveSearch.rawValue)}fulltext", text)) }
        guard !fields.isEmpty else { return nil }
        return Element(
            "x", .dataForms, ["type": "submit"],
            children: [Self.field("FORM_TYPE", Namespace.archive.rawValue, type: "hidden")] + fields)
    }

    private static func field(_ name: String, _ value: String, type: String? = nil) -> Element {
        Element(
            "field", .dataForms, ["var": name, "type": type], children: [Element("value", .dataForms, text: value)])
    }
}
