/// What an entry is.  The raw values are the words on the bus.
public enum EntryKind: String, Hashable, Sendable, CaseIterable {
    case chat
    case groupchat
    /// A single message outside of a conversation (RFC 6121 §5.2.2).
    case normal
    /// An alert or news that expects no answer.
    case headline
    /// Somebody's server or client refused a message.
    case error
    /// Something that cannot be read here.
    case undecryptable
    case file
    case call
    /// What the daemon itself has to say in this place.
    case system
}
