import Domain

/// Which part of a history is wanted.
public enum HistoryRange: Hashable, Sendable {
    /// The newest.
    case last
    /// The newest before a place.
    case before(HistoryCursor)
    /// The oldest after a place.
    case after(HistoryCursor)
}

extension HistoryRange {
    private static let lastSQL = """
        \(EntryRow.select) WHERE e.conversation = ?1 ORDER BY e.sent_at DESC, e.id DESC LIMIT ?2
        """
    private static let beforeSQL = """
        \(EntryRow.select) WHERE e.conversation = ?1 AND (e.sent_at, e.id) < (?3, ?4)
        ORDER BY e.sent_at DESC, e.id DESC LIMIT ?2
        """
    private static let afterSQL = """
        \(EntryRow.select) WHERE e.conversation = ?1 AND (e.sent_at, e.id) > (?3, ?4)
        ORDER BY e.sent_at, e.id LIMIT ?2
        """

    var sql: String {
        switch self {
        case .last: Self.lastSQL
        case .before: Self.beforeSQL
        case .after: Self.afterSQL
        }
    }

    func bind(_ statement: SQLStatement, _ conversation: ConversationID, _ count: Int) {
        statement.bind(1, conversation.number)
        statement.bind(2, Int64(count))
        switch self {
        case .last: break
        case .before(let cursor), .after(let cursor):
            statement.bind(3, cursor.sentAt)
            statement.bind(4, cursor.entry)
        }
    }

    /// Makes a page of what was found, which is in the order of the query and one too many when there is more.
    func page(of found: [Entry], limit: Int) -> HistoryPage {
        let hasMore = found.count > limit
        let kept = found.prefix(limit)
        switch self {
        case .after(let cursor):
            let entries = Array(kept)
            let last = entries.last.map(HistoryCursor.init)
            return HistoryPage(
                entries: entries, before: entries.first.map(HistoryCursor.init) ?? cursor,
                after: hasMore ? last : nil, end: last ?? cursor)
        case .last, .before:
            let entries = Array(kept.reversed())
            let last = entries.last.map(HistoryCursor.init)
            let isNewest = self == .last
            return HistoryPage(
                entries: entries, before: hasMore ? entries.first.map(HistoryCursor.init) : nil,
                after: isNewest ? nil : last, end: last)
        }
    }
}
