import Domain
import XMLStreams
import XMPPExtensions

extension OutgoingMessage {
    /// The stanza of an outbox row with what it asks of those who get it.
    /// - Parameter saysActive: whether it tells that the user is active (XEP-0085 §5.1).
    static func element(_ row: OutboxRow, saysActive: Bool) -> Element {
        var stanza = element(row)
        guard let content = row.entry?.content else { return stanza }
        if asksForNews(content) {
            stanza.children += [.element(Receipt.request.element), .element(Marker.markable.element)]
        }
        if saysActive { stanza.children.append(.element(ChatState.active.element)) }
        return stanza
    }

    /// Whether we want to hear that it arrived and was seen: not in rooms, where all would answer (XEP-0184 §5.3).
    private static func asksForNews(_ content: EntryContent) -> Bool {
        switch content.kind {
        case .chat, .normal, .file: true
        case .groupchat, .headline, .error, .undecryptable, .call, .system: false
        }
    }
}
