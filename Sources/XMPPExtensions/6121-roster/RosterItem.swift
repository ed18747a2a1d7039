public import XMLStreams
public import XMPPAddresses
import XMPPStanzas

/// One contact as the server keeps it (RFC 6121 §2.1.2).
public struct RosterItem: Hashable, Sendable {
    /// Who sees whose presence (§2.1.2.5).
    public enum Subscription: String, Sendable, Hashable, CaseIterable {
        case none, to, from, both
    }

    public var jid: BareJID
    /// The user's own name for the contact; `nil`: none.
    public var name: String?
    public var subscription: Subscription
    /// We asked to see their presence and have no answer yet (§2.1.2.2).
    public var isAsking: Bool
    /// They may see our presence as soon as they ask (§3.4).
    public var isApproved: Bool
    /// In the server's order, each once.
    public var groups: [String]

    public init(
        jid: BareJID, name: String? = nil, subscription: Subscription = .none, isAsking: Bool = false,
        isApproved: Bool = false, groups: [String] = []
    ) {
        self.jid = jid
        self.name = name
        self.subscription = subscription
        self.isAsking = isAsking
        self.isApproved = isApproved
        self.groups = groups
    }

    /// Reads an `item`; `nil` without a bare address.  Unknown values of `subscription` and `ask` are ignored
    /// (§2.1.2.5), so that "remove" reads as none here: see `RosterChange`.
    public init?(_ element: Element) {
        guard element.has("item", .roster), let jid = element[attribute: "jid"].flatMap(BareJID.init(xmlText:)) else {
            return nil
        }
        self.jid = jid
        name = element[attribute: "name"].flatMap { $0.isEmpty ? nil : $0 }
        subscription = element[attribute: "subscription"].flatMap(Subscription.init(rawValue:)) ?? .none
        isAsking = element[attribute: "ask"] == "subscribe"
        isApproved = element[attribute: "approved"].flatMap(Bool.init(xmlText:)) ?? false
        groups = []
        for case .element(let child) in element.children where child.has("group", .roster) {
            let group = child.text
            if !group.isEmpty, !groups.contains(group) { groups.append(group) }
        }
    }

    /// What may be set: address, name and groups (§2.1.2.1, §2.1.2.2, §2.1.5).
    public var settable: Element {
        Element(
            "item", .roster, ["jid": jid.description, "name": name],
            children: groups.map { Element("group", .roster, text: $0) })
    }
}
