public import XMLStreams

extension Namespace {
    /// Displayed Markers (XEP-0333 §10.1).
    public static let markers: Namespace = "urn:xmpp:chat-markers:0"
}

/// How far somebody has read, or the wish to hear so (XEP-0333 §4).
public enum Marker: Hashable, Sendable {
    /// Tell me when you have seen this message; the stanza must have an `id`.
    case markable
    /// I have seen the message of this id and all before it; in rooms the room's id (§4.3).
    case displayed(id: String)
    /// A device of mine has the message: of earlier versions of the text (§11); read, never written by us.
    case received(id: String)
    /// I have dealt with the message: of earlier versions of the text (§11); read, never written by us.
    case acknowledged(id: String)

    /// `nil`: another element, or one without a usable id.
    public init?(_ element: Element) {
        guard element.name.namespace == .markers else { return nil }
        if element.name.local == "markable" {
            self = .markable
            return
        }
        guard let id = element.messageID else { return nil }
        switch element.name.local {
        case "displayed": self = .displayed(id: id)
        case "received": self = .received(id: id)
        case "acknowledged": self = .acknowledged(id: id)
        default: return nil
        }
    }

    public var element: Element {
        switch self {
        case .markable: Element("markable", .markers)
        case .displayed(let id): Element("displayed", .markers, ["id": id])
        case .received(let id): Element("received", .markers, ["id": id])
        case .acknowledged(let id): Element("acknowledged", .markers, ["id": id])
        }
    }
}
