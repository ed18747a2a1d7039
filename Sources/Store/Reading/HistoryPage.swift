public import Domain

/// A piece of a conversation's history.
public struct HistoryPage: Hashable, Sendable {
    /// Oldest first.
    public let entries: [Entry]
    /// Where the page before this one ends; `nil`: there is nothing older.
    public let before: HistoryCursor?
    /// Where the page after this one begins; `nil`: there is nothing newer.
    public let after: HistoryCursor?
    /// Where this page begins; `nil`: it is empty.
    public var start: HistoryCursor? { entries.first.map(HistoryCursor.init) }
    /// Where new entries will come after; `nil`: the page is empty.
    public let end: HistoryCursor?
}
