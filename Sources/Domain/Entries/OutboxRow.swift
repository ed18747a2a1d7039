/// Something that the server has not acknowledged yet; kept until it does.
public struct OutboxRow: Hashable, Sendable {
    public enum Item: Hashable, Sendable {
        case message(Entry)
        case errand(Errand)
    }

    /// What to send; its ids are the stanza's ids, at each attempt the same.
    public var item: Item
    /// The address to send to, bare or full, in text form.
    public var recipient: String
    /// The stanza's number on the stream it was last written to, modulo 2^32 (XEP-0198 §4); `nil`: not written to the
    /// stream that may still be resumed.
    public var sequence: UInt32?
    /// How often it was written; one that failed and is tried again counts what went before as one.
    public var attempts: Int
    /// What must be sent again word for word, a ciphertext for instance; `nil`: build it from the item.
    public var sealedStanza: [UInt8]?

    public init(
        item: Item, recipient: String, sequence: UInt32? = nil, attempts: Int = 0, sealedStanza: [UInt8]? = nil
    ) {
        self.item = item
        self.recipient = recipient
        self.sequence = sequence
        self.attempts = attempts
        self.sealedStanza = sealedStanza
    }

    /// Grows in the order in which things were asked for.
    public var id: EntryID {
        switch item {
        case .message(let entry): entry.id
        case .errand(let errand): errand.id
        }
    }

    /// The message to send; `nil`: it is an errand.
    public var entry: Entry? {
        if case .message(let entry) = item { entry } else { nil }
    }

    public var conversation: ConversationID {
        switch item {
        case .message(let entry): entry.conversation
        case .errand(let errand): errand.conversation
        }
    }

    /// The conversation's peer, bare, in text form.
    public var peer: String {
        switch item {
        case .message(let entry): entry.peer
        case .errand(let errand): errand.peer
        }
    }

    /// `nil`: an entry that has none, which no outbox holds.
    public var state: EntryState? {
        switch item {
        case .message(let entry): entry.content.state
        case .errand(let errand): errand.state
        }
    }

    /// The origin-id of the stanza, by which an archive is asked for it; `nil`: it has none.
    public var originID: String? {
        switch item {
        case .message(let entry): entry.content.originID
        case .errand(let errand): errand.messageID
        }
    }
}
