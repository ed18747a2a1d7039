public import XMLStreams

extension Namespace {
    /// Last Message Correction (XEP-0308 §7.1).
    public static let corrections: Namespace = "urn:xmpp:message-correct:0"
}

/// The message stands in place of an earlier one of the same sender (XEP-0308 §3).
public struct Correction: Hashable, Sendable {
    /// The `id` that the original stanza had; that of the first one, however often it is corrected (§4).
    public var id: String

    public init(of id: String) { self.id = id }

    /// `nil`: another element, or one without a usable id.
    public init?(_ element: Element) {
        guard element.has("replace", .corrections), let id = element.messageID else { return nil }
        self.id = id
    }

    public var element: Element { Element("replace", .corrections, ["id": id]) }
}
