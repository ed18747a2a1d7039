/// What an entry carries besides its text, where it carries anything.
///
/// Positions in texts are counted in Unicode code points, from 0 (XEP-0426).
public struct EntryDetails: Hashable, Sendable {
    /// The entry this one answers (XEP-0461).
    public struct Reply: Hashable, Sendable {
        public var id: String
        /// Who wrote it, as the answer says: a hint only; `nil`: not said.
        public var author: String?

        public init(id: String, author: String? = nil) {
            self.id = id
            self.author = author
        }
    }

    /// An address to fetch something from (XEP-0066).
    public struct Link: Hashable, Sendable {
        public var url: String
        public var description: String?

        public init(url: String, description: String? = nil) {
            self.url = url
            self.description = description
        }
    }

    /// A part of the text that stands in for an element (XEP-0428 §3).
    public struct Fallback: Hashable, Sendable {
        /// The namespace of what it stands in for.
        public var namespace: String
        /// `nil`: the whole text.
        public var range: Range<Int>?

        public init(namespace: String, range: Range<Int>? = nil) {
            self.namespace = namespace
            self.range = range
        }
    }

    /// Somebody the text names (XEP-0372, XEP-0513).
    public struct Mention: Hashable, Sendable {
        /// A URI or an address in text form, as the sender gave it.
        public var target: String
        /// Where the name stands; `nil`: nowhere in the text.
        public var range: Range<Int>?
        /// Whether the user is meant.
        public var isUser: Bool

        public init(target: String, range: Range<Int>? = nil, isUser: Bool = false) {
            self.target = target
            self.range = range
            self.isUser = isUser
        }
    }

    /// `nil`: answers nothing.
    public var reply: Reply?
    /// What hides the text until the reader wants it (XEP-0382), a hint, maybe empty; `nil`: nothing hides it.
    public var spoiler: LanguageMap?
    public var links: [Link]
    public var fallbacks: [Fallback]
    public var mentions: [Mention]
    /// Formatting of the first text, in the order of the beginnings, what holds others before them.
    public var spans: [TextSpan]
    /// The sender wants attention now (XEP-0224).
    public var isAttention: Bool
    /// The text must not be styled (XEP-0393 §6).
    public var isUnstyled: Bool
    /// Seconds after which the sender wants it deleted (XEP-0466); `nil`: never.
    public var lifetime: UInt32?

    public init(
        reply: Reply? = nil, spoiler: LanguageMap? = nil, links: [Link] = [], fallbacks: [Fallback] = [],
        mentions: [Mention] = [], spans: [TextSpan] = [], isAttention: Bool = false, isUnstyled: Bool = false,
        lifetime: UInt32? = nil
    ) {
        self.reply = reply
        self.spoiler = spoiler
        self.links = links
        self.fallbacks = fallbacks
        self.mentions = mentions
        self.spans = spans
        self.isAttention = isAttention
        self.isUnstyled = isUnstyled
        self.lifetime = lifetime
    }

    /// Whether the user is named.
    public var mentionsUser: Bool { mentions.contains(where: \.isUser) }

    public var isEmpty: Bool { self == EntryDetails() }
}
