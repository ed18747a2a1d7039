/// What all frontends show of a conversation besides its entries.
public struct ConversationState: Hashable, Sendable {
    /// Up to where something was read: the place of an entry, and its id in the archive.
    public struct Place: Hashable, Sendable {
        public var entry: EntryID
        /// The time by which the entry stands in the conversation.
        public var time: Timestamp
        /// What other devices know it by (XEP-0490); `nil`: no archive gave it an id.
        public var archiveID: StanzaReference?

        public init(entry: EntryID, time: Timestamp, archiveID: StanzaReference? = nil) {
            self.entry = entry
            self.time = time
            self.archiveID = archiveID
        }
    }

    /// What the user began to write.
    public struct Draft: Hashable, Sendable {
        public var text: String
        /// The entry it answers; `nil`: none.
        public var reply: EntryID?
        /// The entry it corrects; `nil`: none.
        public var correction: EntryID?
        public var time: Timestamp

        public init(text: String, reply: EntryID? = nil, correction: EntryID? = nil, time: Timestamp) {
            self.text = text
            self.reply = reply
            self.correction = correction
            self.time = time
        }
    }

    /// What does not call for attention (XEP-0492).
    public struct Mute: Hashable, Sendable {
        /// The words on the bus.
        public enum Level: String, Hashable, Sendable, CaseIterable {
            /// Only what names the user still does.
            case mentions
            /// Nothing does.
            case all
        }

        public var level: Level
        /// `nil`: until the user says otherwise.
        public var until: Timestamp?

        public init(level: Level, until: Timestamp? = nil) {
            self.level = level
            self.until = until
        }
    }

    /// Whether it stands in the list of open conversations.
    public var isOpen: Bool
    /// Entries that were not read, 0 or more.
    public var unread: Int
    /// Those of them that name the user.
    public var mentions: Int
    /// Up to where the user has read, here or elsewhere; `nil`: nowhere yet.
    public var read: Place?
    public var draft: Draft?
    public var mute: Mute?
    /// Whether it stands above the others.
    public var isPinned: Bool
    /// How long its entries are kept; `nil`: as long as the account's are.
    public var retention: RetentionPeriod?

    public init(
        isOpen: Bool = true, unread: Int = 0, mentions: Int = 0, read: Place? = nil, draft: Draft? = nil,
        mute: Mute? = nil, isPinned: Bool = false, retention: RetentionPeriod? = nil
    ) {
        self.isOpen = isOpen
        self.unread = unread
        self.mentions = mentions
        self.read = read
        self.draft = draft
        self.mute = mute
        self.isPinned = isPinned
        self.retention = retention
    }
}
