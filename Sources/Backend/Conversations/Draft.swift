public import Domain

/// A message to be sent, as a frontend asks for it.
public struct Draft: Sendable {
    public var texts: LanguageMap
    public var subjects: LanguageMap
    public var kind: EntryKind
    public var thread: String?
    public var threadParent: String?
    /// The entry of the same conversation that this one answers (option `reply-to`); `nil`: none.
    public var reply: EntryID?
    /// What goes along with the texts; positions are those in the first text as given here.
    ///
    /// - `spoiler` (option `spoiler`): what hides the texts; without items nothing is hinted at.
    /// - `links` (option `link`): addresses; without texts the first one is the text.
    /// - `isAttention` (option `attention`): calls the other side, with or without texts.
    /// - `mentions`, `spans`, `isUnstyled`, `lifetime`: as in an entry.
    /// - `reply` and `fallbacks` are made from the entry that is answered, whatever is given.
    public var details: EntryDetails
    /// Send to this resource only; `nil`: to the bare JID.
    public var resource: String?
    /// The caller's name for this call: a second one with the same name gives the first entry.
    public var token: String?

    public init(
        texts: LanguageMap, subjects: LanguageMap = LanguageMap(), kind: EntryKind = .chat, thread: String? = nil,
        threadParent: String? = nil, reply: EntryID? = nil, details: EntryDetails = EntryDetails(),
        resource: String? = nil, token: String? = nil
    ) {
        self.texts = texts
        self.subjects = subjects
        self.kind = kind
        self.thread = thread
        self.threadParent = threadParent
        self.reply = reply
        self.details = details
        self.resource = resource
        self.token = token
    }
}
