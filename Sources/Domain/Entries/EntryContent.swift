/// What there is to know about an entry, apart from where it stands.
public struct EntryContent: Hashable, Sendable {
    public var direction: EntryDirection
    public var kind: EntryKind
    /// Who wrote it, as authenticated: a bare or full address in text form, prepared; in rooms the occupant.
    public var author: String
    /// Where the entry stands in its conversation: the stamp of a server we believe (XEP-0203), else `receivedAt`.
    public var sentAt: Timestamp
    /// When the daemon got it, or made it.
    public var receivedAt: Timestamp
    public var texts: LanguageMap
    public var subjects: LanguageMap
    /// `nil`: no thread (RFC 6121 §5.2.5).
    public var thread: String?
    public var threadParent: String?
    /// The stanza's `id`; `nil`: it had none.
    public var messageID: String?
    /// The sender's own id (XEP-0359 §3.2); `nil`: none.
    public var originID: String?
    /// Ids by those who may give them, only; checked before they get here.
    public var stanzaIDs: [StanzaReference]
    /// The name of the encryption it came or goes with, `omemo:2`; `nil`: none.
    public var encryption: String?
    /// `nil` on incoming entries.
    public var state: EntryState?
    /// The author's id in the room (XEP-0421); `nil`: not in a room, or the room gives none.
    public var occupantID: String?
    /// What it carries besides its text; `nil`: nothing.
    public var details: EntryDetails?
    /// What language the first text seems to be in where it declares none itself, a tag; `nil`: not known.
    ///
    /// Counts before the language that the whole stanza is said to be in, which servers put there (RFC 6120 §8.1.5).
    public var detectedLanguage: String?
    /// When it is to be deleted (XEP-0466); `nil`: not by itself.
    public var expiresAt: Timestamp?
    /// Whether its author wants to hear that it was seen (XEP-0333 §4.1).
    public var isMarkable: Bool

    public init(
        direction: EntryDirection, kind: EntryKind, author: String, sentAt: Timestamp, receivedAt: Timestamp,
        texts: LanguageMap = LanguageMap(), subjects: LanguageMap = LanguageMap(), thread: String? = nil,
        threadParent: String? = nil, messageID: String? = nil, originID: String? = nil,
        stanzaIDs: [StanzaReference] = [], encryption: String? = nil, state: EntryState? = nil,
        occupantID: String? = nil, details: EntryDetails? = nil, detectedLanguage: String? = nil,
        expiresAt: Timestamp? = nil, isMarkable: Bool = false
    ) {
        self.direction = direction
        self.kind = kind
        self.author = author
        self.sentAt = sentAt
        self.receivedAt = receivedAt
        self.texts = texts
        self.subjects = subjects
        self.thread = thread
        self.threadParent = threadParent
        self.messageID = messageID
        self.originID = originID
        self.stanzaIDs = stanzaIDs
        self.encryption = encryption
        self.state = state
        self.occupantID = occupantID
        self.details = details
        self.detectedLanguage = detectedLanguage
        self.expiresAt = expiresAt
        self.isMarkable = isMarkable
    }
}
