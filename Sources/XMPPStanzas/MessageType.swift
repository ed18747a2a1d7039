/// The purpose of a message (RFC 6121 §5.2.2).
public enum MessageType: String, Hashable, Sendable, CaseIterable {
    case normal, chat, groupchat, headline, error
}
