public import XMLStreams

extension Namespace {
    /// Message Delivery Receipts (XEP-0184 §10.1).
    public static let receipts: Namespace = "urn:xmpp:receipts"
}

/// That a device of the recipient has a message, or the wish to hear so (XEP-0184 §7).
public enum Receipt: Hashable, Sendable {
    /// Tell me when you have this message; the stanza must have an `id`.
    case request
    /// A device of mine has the message of this `id`.
    case received(id: String)

    /// `nil`: another element, or one without a usable id.
    public init?(_ element: Element) {
        guard element.name.namespace == .receipts else { return nil }
        switch element.name.local {
        case "request": self = .request
        case "received":
            guard let id = element.messageID else { return nil }
            self = .received(id: id)
        default: return nil
        }
    }

    public var element: Element {
        switch self {
        case .request: Element("request", .receipts)
        case .received(let id): Element("received", .receipts, ["id": id])
        }
    }
}
