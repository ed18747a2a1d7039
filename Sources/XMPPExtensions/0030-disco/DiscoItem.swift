import XMLStreams
public import XMPPAddresses
public import XMPPStanzas

/// Something that belongs to an entity (XEP-0030 §4.1).
public struct DiscoItem: Hashable, Sendable, ElementCodable {
    public var jid: JID
    /// `nil`: the entity at the address itself.
    public var node: String?
    /// `nil`: none.
    public var name: String?

    public init(jid: JID, node: String? = nil, name: String? = nil) {
        self.jid = jid
        self.node = node
        self.name = name
    }

    public static let codec = Codec(
        Name("item", .discoItems), { DiscoItem(jid: $0, node: $1, name: $2) },
        .attribute("jid", \.jid), .attribute("node", \.node), .attribute("name", \.name))
}
