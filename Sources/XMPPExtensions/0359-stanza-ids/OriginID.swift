public import XMLStreams

extension Namespace {
    /// Unique and Stable Stanza IDs (XEP-0359 §8.2).
    public static let stanzaIDs: Namespace = "urn:xmpp:sid:0"
}

/// The id that the sender gave a message, which survives rooms and archives (XEP-0359 §3.2).
///
/// Nothing but the sender's own hint: it is compared with ids of the same sender only (§5).
public struct OriginID: Hashable, Sendable {
    /// Longest id that is kept, in bytes.
    public static let limit = 1024

    public var id: String

    public init(_ id: String) { self.id = id }

    /// The first one among a message's payloads; `nil` where there is none, or an empty or an overlong one.
    public init?(in payloads: [Element]) {
        for payload in payloads where payload.has("origin-id", .stanzaIDs) {
            guard let id = payload[attribute: "id"], (1...Self.limit).contains(id.utf8.count) else { return nil }
            self.id = id
            return
        }
        return nil
    }

    public var element: Element { Element("origin-id", .stanzaIDs, ["id": id]) }
}
