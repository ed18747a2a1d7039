/// What was done to an entry after it was stored.
public struct EntryMarks: Hashable, Sendable {
    /// The text is gone for good (XEP-0424, XEP-0425).
    public struct Retraction: Hashable, Sendable {
        public var time: Timestamp
        /// Who did it, as authenticated: the author, or the room when a moderator did.
        public var by: String
        /// What the moderator said; `nil`: nothing, or the author did it.
        public var reason: String?

        public init(time: Timestamp, by: String, reason: String? = nil) {
            self.time = time
            self.by = by
            self.reason = reason
        }
    }

    /// The set of emojis of one sender (XEP-0444 §3.2).
    public struct Reaction: Hashable, Sendable {
        /// A bare address; in rooms the occupant, or `occupant:` and the occupant id where the room gives one.
        public var sender: String
        /// Each once, in the sender's order; never empty.
        public var emojis: [String]
        public var time: Timestamp

        public init(sender: String, emojis: [String], time: Timestamp) {
            self.sender = sender
            self.emojis = emojis
            self.time = time
        }
    }

    /// An act of the user's that has not reached the server.
    public struct Pending: Hashable, Sendable {
        /// The errand's.
        public var id: EntryID
        /// The word for the act.
        public var act: String
        public var state: EntryState

        public init(id: EntryID, act: String, state: EntryState) {
            self.id = id
            self.act = act
            self.state = state
        }
    }

    /// When the text shown was written; `nil`: never corrected.
    public var correctedAt: Timestamp?
    public var retraction: Retraction?
    /// In the order of their times.
    public var reactions: [Reaction]
    /// When somebody pinned it; `nil`: not pinned.
    public var pinnedAt: Timestamp?
    /// What the user did and the server has not heard of yet, in the order in which it was done.
    public var pending: [Pending]

    public init(
        correctedAt: Timestamp? = nil, retraction: Retraction? = nil, reactions: [Reaction] = [],
        pinnedAt: Timestamp? = nil, pending: [Pending] = []
    ) {
        self.correctedAt = correctedAt
        self.retraction = retraction
        self.reactions = reactions
        self.pinnedAt = pinnedAt
        self.pending = pending
    }
}
