public import XMLStreams
public import XMPPStanzas

extension Namespace {
    /// Out of Band Data in messages (XEP-0066 §3).
    public static let outOfBandLinks: Namespace = "jabber:x:oob"
}

/// An address of something to fetch, given along with a message (XEP-0066 §3).
public struct OutOfBandLink: Hashable, Sendable, MessagePayload {
    /// Longest description, in bytes; a longer one is as good as none.
    public static let descriptionBytes = 1024

    public var url: String
    /// For people; `nil`: none.
    public var description: String?

    public init(url: String, description: String? = nil) {
        self.url = url
        self.description = description
    }

    public static let codec = Codec(
        Name("x", .outOfBandLinks), { OutOfBandLink(url: $0, description: $1) },
        .childText("url", \.url), .childText("desc", \.description))

    /// `nil` for another payload, a malformed one, and an address that nobody should be offered.
    public init?(harmless payload: Element) {
        guard payload.has("x", .outOfBandLinks), let link = try? Self(payload) else { return nil }
        guard LinkAddress.isHarmless(link.url, LinkAddress.outOfBand) else { return nil }
        self = link
        if let text = description, !(1...Self.descriptionBytes).contains(text.utf8.count) { description = nil }
    }
}
