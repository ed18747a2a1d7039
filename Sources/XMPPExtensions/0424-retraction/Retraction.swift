public import XMLStreams

extension Namespace {
    /// Message Retraction (XEP-0424 §8.1).
    public static let retractions: Namespace = "urn:xmpp:message-retract:1"
}

/// An earlier message is taken back (XEP-0424 §3), by its author or by the room (XEP-0425 §3.1).
public struct Retraction: Hashable, Sendable {
    /// The `id` that the stanza had; in rooms the id that the room gave it (§5.1).
    public var id: String
    /// `nil`: the author takes it back.  Counts only when the room itself says it (XEP-0425 §5).
    public var moderation: Moderation?

    public init(of id: String, moderation: Moderation? = nil) {
        self.id = id
        self.moderation = moderation
    }

    /// `nil`: another element, or one without a usable id.
    public init?(_ element: Element) {
        guard element.has("retract", .retractions), let id = element.messageID else { return nil }
        self.id = id
        moderation = Moderation(in: element)
    }

    public var element: Element {
        var element = Element("retract", .retractions, ["id": id])
        moderation?.write(into: &element)
        return element
    }
}
