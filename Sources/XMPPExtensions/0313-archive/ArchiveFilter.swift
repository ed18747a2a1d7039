import XMLStreams
public import XMPPAddresses

/// Which messages of an archive are wanted (XEP-0313 §4.1).
public struct ArchiveFilter: Hashable, Sendable {
    /// What was exchanged with this address; `nil`: with anybody.
    public var peer: BareJID?
    /// Whether messages of rooms are wanted; `nil`: as the server likes.  Only for servers that announce
    /// `.archiveGroupchat` (§4.1.4).
    public var includesRooms: Bool?

    public init(peer: BareJID? = nil, includesRooms: Bool? = nil) {
        self.peer = peer
        self.includesRooms = includesRooms
    }

    /// `nil`: nothing is filtered.
    var form: Element? {
        var fields: [Element] = []
        if let peer { fields.append(Self.field("with", peer.description)) }
        if let includesRooms { fields.append(Self.field("include-groupchat", includesRooms ? "true" : "false")) }
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
