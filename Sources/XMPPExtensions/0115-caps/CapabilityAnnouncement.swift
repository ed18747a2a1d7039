public import XMLStreams

extension Namespace {
    /// Entity Capabilities (XEP-0115 §11.1).
    public static let capabilities: Namespace = "http://jabber.org/protocol/caps"
}

/// What a presence says about its sender's capabilities.
public struct CapabilityAnnouncement: Hashable, Sendable {
    /// A hash and the node to ask for.
    public struct Offer: Hashable, Sendable {
        public let hash: CapabilityHash
        public let node: String
    }

    /// The better ones first: those of XEP-0390, as they cannot be poisoned, then that of XEP-0115.
    public let offers: [Offer]

    /// At most eight hashes are looked at, and none that is longer than a hash or an address should be.
    private static let limit = 8
    private static let bytes = 1024

    /// Reads the payloads of a presence; `nil` when they announce nothing usable.
    public init?(_ payloads: [Element]) {
        var offers: [Offer] = []
        for payload in payloads where payload.has("c", .capabilities2) {
            for hash in payload.children("hash", .hashes).prefix(Self.limit) {
                guard let function = hash[attribute: "algo"], Self.isShort(function, hash.text) else { continue }
                let one = CapabilityHash(form: .capabilities2, function: function, value: hash.text)
                offers.append(Offer(hash: one, node: one.node(of: "")))
            }
        }
        for payload in payloads where payload.has("c", .capabilities) {
            // XEP-0115 §5.4 step 1: without `hash` it is the legacy format, which proves nothing.
            guard let function = payload[attribute: "hash"], let node = payload[attribute: "node"],
                let value = payload[attribute: "ver"], Self.isShort(function, node, value)
            else { continue }
            let one = CapabilityHash(form: .verification, function: function, value: value)
            offers.append(Offer(hash: one, node: one.node(of: node)))
        }
        guard !offers.isEmpty else { return nil }
        self.offers = Array(offers.prefix(Self.limit))
    }

    private static func isShort(_ texts: String...) -> Bool { texts.allSatisfy { $0.utf8.count <= bytes } }
}
