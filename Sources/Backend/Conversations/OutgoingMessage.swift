import Domain
import Store
import XMLStreams
import XMPPAddresses
import XMPPExtensions
import XMPPStanzas

/// The stanza of an outbox row: the same at each attempt.
enum OutgoingMessage {
    /// What those read who do not know retractions (XEP-0424 §3).
    static let retractionText = "/me retracted a previous message, but it's unsupported by your client."

    static func element(_ row: OutboxRow) -> Element {
        var message =
            switch row.item {
            case .message(let entry): message(entry.content)
            case .errand(let errand): message(errand)
            }
        message.to = try? JID(row.recipient)
        return message.element
    }

    private static func message(_ content: EntryContent) -> Message {
        var message = Message(type: MessageType(content.kind))
        message.id = content.messageID
        message.bodies = XMPPStanzas.LanguageMap(content.texts)
        message.subjects = XMPPStanzas.LanguageMap(content.subjects)
        message.thread = content.thread.map { XMPPStanzas.Thread(id: $0, parent: content.threadParent) }
        if let origin = content.originID { message.payloads.append(OriginID(origin).element) }
        if let details = content.details { message.payloads += details.payloads(of: content.texts) }
        return message
    }

    private static func message(_ errand: Errand) -> Message {
        var content = EntryContent(
            direction: .outgoing, kind: errand.kind, author: "", sentAt: errand.madeAt, receivedAt: errand.madeAt,
            thread: errand.thread, threadParent: errand.threadParent, messageID: errand.messageID,
            originID: errand.messageID)
        switch errand.act {
        case .correct(let texts, let subjects, let details, _):
            content.texts = texts
            content.subjects = subjects
            content.details = details
            var message = message(content)
            message.payloads.append(Correction(of: errand.target).element)
            return message
        case .retract:
            return bare(
                content, text: retractionText,
                [Retraction(of: errand.target).element, Fallback(for: .retractions, subject: .whole).element])
        case .react(let emojis): return bare(content, [Reactions(to: errand.target, emojis).element])
        case .moderate, .receive, .display, .pin, .unpin: return bare(content, [])
        }
    }

    /// A message that says nothing by itself, and is to be kept nevertheless.
    private static func bare(_ content: EntryContent, text: String? = nil, _ payloads: [Element]) -> Message {
        var message = Message(type: content.kind == .groupchat ? .groupchat : .chat)
        message.id = content.messageID
        if let text { message.bodies = XMPPStanzas.LanguageMap(Domain.LanguageMap(text)) }
        message.payloads = payloads + Hints.store.elements
        if let origin = content.originID { message.payloads.append(OriginID(origin).element) }
        return message
    }
}

extension MessageType {
    init(_ kind: EntryKind) {
        switch kind {
        case .groupchat: self = .groupchat
        case .normal: self = .normal
        case .headline: self = .headline
        case .error: self = .error
        case .chat, .undecryptable, .file, .call, .system: self = .chat
        }
    }
}
