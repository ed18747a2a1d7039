public import XMLStreams
public import XMPPAddresses
public import XMPPSessions
import XMPPStanzas

/// A change of the roster that the server tells of, verified to come from our own account (RFC 6121 §2.1.6).
public struct RosterPush: Hashable, Sendable, ExtensionProduct {
    public enum Change: Hashable, Sendable {
        /// Added or changed: this is what holds now.
        case set(RosterItem)
        case remove(BareJID)
    }

    public var change: Change
    /// The version of the roster after this change; `nil` where the server keeps none.
    public var version: String?

    public init(_ change: Change, version: String? = nil) {
        self.change = change
        self.version = version
    }

    /// Reads the `query`; `nil` unless it has exactly one item, with an address.
    public init?(_ query: Element) {
        let children = query.elements
        guard query.has("query", .roster), children.count == 1, let item = RosterItem(children[0]) else { return nil }
        let isRemoval = children[0][attribute: "subscription"] == "remove"
        self.init(isRemoval ? .remove(item.jid) : .set(item), version: query[attribute: "ver"])
    }
}
