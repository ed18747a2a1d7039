import Domain
import Store
import XMLStreams
import XMPPAddresses
import XMPPExtensions
import XMPPStanzas

/// The stanza of an outbox row: the same at each attempt.
enum OutgoingMessage {
    static func element(_ row: OutboxRow) -> Element {
        switch row.item {
        case .message(let entry): element(entry.content, to: row.recipient)
        case .errand(let errand): element(errand, to: row.recipient)
        }
    }

    private static func element(_ errand: Errand, to recipient: String) -> Element {
        var message = Message(type: MessageType(errand.kind))
        message.to = try? JID(recipient)
        message.id = errand.messageID
        message.thread = errand.thread.map { XMPPStanzas.Thread(id: $0, parent: errand.threadParent) }
        message.payloads.append(OriginID(errand.messageID).element)
        return message.element
    }

    private static func element(_ content: EntryContent, to recipient: String) -> Element {
        var message = Message(type: MessageType(content.kind))
        message.to = try? JID(recipient)
        message.id = content.messageID
        message.bodies = XMPPStanzas.LanguageMap(content.texts)
        message.subjects = XMPPStanzas.LanguageMap(content.subjects)
        message.thread = content.thread.map { XMPPStanzas.Thread(id: $0, parent: content.threadParent) }
        if let origin = content.originID { message.payloads.append(OriginID(origin).element) }
        return message.element
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
