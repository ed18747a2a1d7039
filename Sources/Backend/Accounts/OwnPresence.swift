public import Domain

/// What contacts see of the account (RFC 6121 §4.7).
public struct OwnPresence: Hashable, Sendable {
    /// The raw values are the words on the bus.
    public enum Show: String, Hashable, Sendable, CaseIterable {
        case available, chat, away, xa, dnd
        /// Connected without being seen (RFC 6121 §4.5).
        case unavailable
    }

    public var show: Show
    public var statuses: LanguageMap
    /// -128–127 (RFC 6121 §4.7.2.3).
    public var priority: Int8

    public init(show: Show = .available, statuses: LanguageMap = LanguageMap(), priority: Int8 = 0) {
        self.show = show
        self.statuses = statuses
        self.priority = priority
    }
}
