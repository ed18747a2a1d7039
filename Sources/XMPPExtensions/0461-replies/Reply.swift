public import XMLStreams
public import XMPPAddresses
import XMPPStanzas

extension Namespace {
    /// Message Replies (XEP-0461 §2).
    public static let replies: Namespace = "urn:xmpp:reply:0"
}

/// The message answers another one (XEP-0461 §3).
public struct Reply: Hashable, Sendable {
    /// The id of the other message: in rooms the room's; elsewhere its origin-id, else its `id` (§4.1).
    public var id: String
    /// Who wrote it, as the answer says; `nil`: not said.
    public var author: JID?

    public init(to id: String, by author: JID? = nil) {
        self.id = id
        self.author = author
    }

    /// `nil`: another element, or one without a usable id.
    public init?(_ element: Element) {
        guard element.has("reply", .replies), let id = element.messageID else { return nil }
        self.id = id
        author = element[attribute: "to"].flatMap(JID.init(xmlText:))
    }

    public var element: Element { Element("reply", .replies, ["to": author?.description, "id": id]) }
}
