public import Domain

/// What is looked for in all histories.
public struct SearchQuery: Hashable, Sendable {
    public enum Order: String, Hashable, Sendable, CaseIterable {
        /// By the time at which entries stand in their conversations.
        case newest
        /// By how well they fit, among the newest few thousand that do.
        case best
    }

    /// Words that all occur, in any order and inflection of case and accents; the last one may be the beginning of a
    /// word; `"in quotes"` exactly so.  Empty: whatever the filters leave.
    public var text: String
    /// `nil`: in all.
    public var account: AccountID?
    public var conversation: ConversationID?
    /// A bare address, or an occupant; `nil`: by anybody.
    public var author: String?
    /// Standing before this time.
    public var before: Timestamp?
    /// Standing at this time or after it.
    public var after: Timestamp?
    /// A language tag, detected or else declared; `de` finds `de-AT` too; `nil`: in any or none.
    public var language: String?
    /// Empty: of any kind.
    public var kinds: Set<EntryKind>
    public var hasFile: Bool
    public var hasLink: Bool
    public var order: Order

    public init(
        text: String = "", account: AccountID? = nil, conversation: ConversationID? = nil, author: String? = nil,
        before: Timestamp? = nil, after: Timestamp? = nil, language: String? = nil, kinds: Set<EntryKind> = [],
        hasFile: Bool = false, hasLink: Bool = false, order: Order = .newest
    ) {
        self.text = text
        self.account = account
        self.conversation = conversation
        self.author = author
        self.before = before
        self.after = after
        self.language = language
        self.kinds = kinds
        self.hasFile = hasFile
        self.hasLink = hasLink
        self.order = order
    }
}
