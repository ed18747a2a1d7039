public import XMLStreams
public import XMPPSessions

/// Something changed on one of the account's own nodes (XEP-0163 §4.3).
public struct PersonalEvent: Hashable, Sendable, ExtensionProduct {
    public enum Change: Hashable, Sendable {
        /// These are new or replace those with the same ids; those are gone (XEP-0060 §7.1.2, §7.2.2.1).
        case items([PubSubItem], retracted: [String])
        /// All items are gone, and the node too (§8.4) or not (§8.5).
        case emptied
    }

    /// Items of one event at most.
    static let limit = 200

    public var node: Namespace
    public var change: Change

    init(_ node: Namespace, _ change: Change) {
        self.node = node
        self.change = change
    }

    /// Reads an `event`; `nil` for one that says nothing about items, or more than we take.
    init?(_ element: Element) {
        guard element.has("event", .pubsubEvent), let content = element.elements.first,
            content.name.namespace == .pubsubEvent, let node = content[attribute: "node"]
        else { return nil }
        self.node = Namespace(rawValue: node)
        switch content.name.local {
        case "items":
            guard content.children.count <= Self.limit else { return nil }
            var items: [PubSubItem] = []
            var retracted: [String] = []
            for child in content.elements {
                if let item = PubSubItem(child, .pubsubEvent) {
                    items.append(item)
                } else if child.has("retract", .pubsubEvent), let id = child[attribute: "id"].flatMap(PubSubItem.id) {
                    retracted.append(id)
                }
            }
            change = .items(items, retracted: retracted)
        case "purge", "delete": change = .emptied
        default: return nil
        }
    }
}
