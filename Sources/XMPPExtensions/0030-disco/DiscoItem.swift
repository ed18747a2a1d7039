import XMLStreams
public import XMPPAddresses
public import XMPPStanzas

/// Something that belongs to an entity (XEP-0030 §4.1).
public struct DiscoItem: Hashable, Sendable, ElementCodable {
    public var jid: JID
    /// `nil`: the entity at the address itself.
    public var node: String?
    /// For people; `nil`: none.
    public var name: String?

    public init(jid: JID, node: String? = nil, name: String? = nil) {
        self.jid = jid
        self.node = node
        self.name = name
    }

    public static let codec = Codec(
        Name("item", .discoItems), { DiscoItem(jid: $0, node: $1, name: $2) },
        .attribute("jid", \.jid), .attribute("node", \.node), .attribute("name", \.name))

    /// The items of a `query` that are proper, as many as are kept; `nil` for another element.
    static func list(_ query: Element) -> [DiscoItem]? {
        guard query.has("query", .discoItems) else { return nil }
        var items: [DiscoItem] = []
        for case .element(let child) in query.children {
            guard items.count < DiscoBudget.entries else { break }
            guard let item = try? DiscoItem(child),
                [item.node, item.name].allSatisfy({ ($0?.utf8.count ?? 0) <= DiscoBudget.bytes })
            else { continue }
            items.append(item)
        }
        return items
    }
}
