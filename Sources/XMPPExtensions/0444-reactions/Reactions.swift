public import XMLStreams

extension Namespace {
    /// Message Reactions (XEP-0444 §6.1).
    public static let reactions: Namespace = "urn:xmpp:reactions:0"
}

/// All emojis with which the sender reacts to a message from now on (XEP-0444 §3).
public struct Reactions: Hashable, Sendable {
    /// Emojis that are read at most; what has more says nothing.
    public static let limit = 100
    /// Longest emoji that is read, in bytes; longer ones are no emojis.
    public static let emojiLimit = 64

    /// The id of the message: in rooms the room's; elsewhere its origin-id, else its `id` (§4.2).
    public var id: String
    /// Each once, in the sender's order; empty: no reaction any more.
    public var emojis: [String]

    public init(to id: String, _ emojis: [String]) {
        self.id = id
        self.emojis = emojis
    }

    /// What is not shown as one character, or is there twice, is left out (§4).
    ///
    /// `nil`: another element, one without a usable id, or too many emojis.
    public init?(_ element: Element) {
        guard element.has("reactions", .reactions), let id = element.messageID else { return nil }
        guard element.children.count <= 4 * Self.limit else { return nil }
        self.id = id
        emojis = []
        for case .element(let child) in element.children where child.has("reaction", .reactions) {
            let emoji = child.text
            guard (1...Self.emojiLimit).contains(emoji.utf8.count), emoji.count == 1, !emojis.contains(emoji) else {
                continue
            }
            guard emojis.count < Self.limit else { return nil }
            emojis.append(emoji)
        }
    }

    public var element: Element {
        Element(
            "reactions", .reactions, ["id": id],
            children: emojis.map { Element("reaction", .reactions, text: $0) })
    }
}
