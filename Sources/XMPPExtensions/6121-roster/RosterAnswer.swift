public import XMLStreams
import XMPPStanzas

/// What the server answers when asked for the roster (RFC 6121 §2.1.4, §2.6.3).
public enum RosterAnswer: Hashable, Sendable {
    /// The version asked for is the starting point: what changed since comes as pushes.
    case unchanged
    /// The whole roster; `version` is `nil` where the server keeps none.
    case whole([RosterItem], version: String?)

    /// Reads the child of the result, `nil` for none; throws nothing: an item without an address is left out.
    public init?(_ payload: Element?) {
        guard let payload else {
            // §2.6.3: an empty result is not an empty roster.
            self = .unchanged
            return
        }
        guard payload.has("query", .roster) else { return nil }
        var items: [RosterItem] = []
        items.reserveCapacity(payload.children.count)
        for case .element(let child) in payload.children {
            if let item = RosterItem(child) { items.append(item) }
        }
        self = .whole(items, version: payload[attribute: "ver"])
    }
}
