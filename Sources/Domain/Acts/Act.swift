/// Something somebody does to an entry that is there already, or that is still to come.
public struct Act: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        /// New content in place of the old (XEP-0308).
        ///
        /// - `detectedLanguage`: what the new text seems to be in where it declares none, a tag; `nil`: not known.
        case correct(
            texts: LanguageMap, subjects: LanguageMap, details: EntryDetails?, detectedLanguage: String? = nil)
        /// Its author takes it back (XEP-0424).
        case retract
        /// The room takes it back, with what the moderator says (XEP-0425).
        case moderate(reason: String?)
        /// The sender's whole set of emojis from now on; empty: none (XEP-0444).
        case react([String])
        /// A device of the recipient has it (XEP-0184).
        case receive
        /// It was seen, and all before it (XEP-0333); by the user, on another device: read.
        case display
        /// To be kept in sight, or no longer.
        case pin
        case unpin
    }

    public var kind: Kind
    public var target: EntryTarget
    /// Who acts: the user, on any device, or somebody else.
    public var direction: EntryDirection
    /// Who acts, as authenticated: a bare or full address in text form, prepared; in rooms the occupant or the room.
    public var author: String
    /// The author's id in the room (XEP-0421); `nil`: not in a room, or the room gives none.
    public var occupantID: String?
    /// When it was done: the stamp of a server we believe, else when it was received.
    public var time: Timestamp
    /// The ids of the stanza that brought it.
    public var messageID: String?
    public var originID: String?
    public var stanzaIDs: [StanzaReference]
    /// The name of the encryption it came with; `nil`: in the clear.
    public var encryption: String?
    /// Whether it came when it was done, so that it is later than all that came before, whatever the clocks say; not
    /// so when an archive tells of it, or when it waited for its entry.
    public var isInOrder = false

    public init(
        _ kind: Kind, on target: EntryTarget, direction: EntryDirection, author: String, occupantID: String? = nil,
        time: Timestamp, messageID: String? = nil, originID: String? = nil, stanzaIDs: [StanzaReference] = [],
        encryption: String? = nil
    ) {
        self.kind = kind
        self.target = target
        self.direction = direction
        self.author = author
        self.occupantID = occupantID
        self.time = time
        self.messageID = messageID
        self.originID = originID
        self.stanzaIDs = stanzaIDs
        self.encryption = encryption
    }

    /// The word for the kind, in events and records.
    public var name: String { kind.name }

    /// Who acts, in the form in which a person is the same from one act to the next: the bare address; in rooms the
    /// occupant, or `occupant:` and the occupant id.
    public func actor(in kind: Conversation.Kind) -> String {
        guard kind == .room else { return ActRule.bare(author) }
        return occupantID.map { "occupant:" + $0 } ?? author
    }
}

extension Act.Kind {
    /// The word in events and records.
    public var name: String {
        switch self {
        case .correct: "correct"
        case .retract: "retract"
        case .moderate: "moderate"
        case .react: "react"
        case .receive: "receive"
        case .display: "display"
        case .pin: "pin"
        case .unpin: "unpin"
        }
    }
}
