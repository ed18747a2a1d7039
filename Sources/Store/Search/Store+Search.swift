import Domain
import Synchronization

extension Store {
    /// Hits on a page at most.
    public static let searchBound = 500

    /// Looks for entries; the limit is kept within 1–500.
    ///
    /// Whatever the text is, it is no error: what cannot be looked for finds nothing.
    public func search(
        _ query: SearchQuery, after cursor: SearchCursor? = nil, limit: Int
    ) async throws(StoreError) -> SearchPage {
        let limit = min(max(limit, 1), Self.searchBound)
        let terms = SearchTerms(query.text)
        let isFilter = query.text.allSatisfy(\.isWhitespace)
        guard isFilter || !terms.isEmpty else { return SearchPage(hits: [], next: nil) }
        let found = try await read { (reader) throws(StoreError) in
            let rows =
                isFilter
                ? try reader.filtered(query, cursor, limit + 1)
                : try reader.matching(query, terms, cursor, limit + 1)
            return try reader.withNeighbours(rows)
        }
        let kept = Array(found.prefix(limit))
        let ranges = highlights(terms, kept.map(\.entry))
        let hits = zip(kept, ranges).map { row, ranges in
            SearchHit(entry: row.entry, ranges: ranges, previous: row.previous, next: row.next)
        }
        let hasMore = found.count > limit
        return SearchPage(hits: hits, next: hasMore ? self.cursor(query, isFilter, after: cursor, kept) : nil)
    }

    private func cursor(
        _ query: SearchQuery, _ isFilter: Bool, after cursor: SearchCursor?, _ rows: [FoundRow]
    ) -> SearchCursor? {
        if query.order == .best, !isFilter {
            return SearchCursor(time: 0, number: (cursor?.number ?? 0) + Int64(rows.count))
        }
        guard let last = rows.last?.entry else { return nil }
        return SearchCursor(time: last.content.sentAt.microseconds, number: last.id.number)
    }

    private func highlights(_ terms: SearchTerms, _ entries: [Entry]) -> [[Range<Int>]] {
        guard !terms.isEmpty else { return Array(repeating: [], count: entries.count) }
        let texts = entries.map { $0.content.texts.first?.text ?? "" }
        let expression = terms.anyExpression
        return highlighter.withLock { highlighter in
            if highlighter == nil { highlighter = SearchHighlighter() }
            return highlighter?.ranges(of: expression, in: texts) ?? Array(repeating: [], count: texts.count)
        }
    }
}

/// An entry that was found, and its neighbours.
struct FoundRow: Sendable {
    let entry: Entry
    var previous: EntryID?
    var next: EntryID?
}

extension Reader {
    fileprivate func matching(
        _ query: SearchQuery, _ terms: SearchTerms, _ cursor: SearchCursor?, _ count: Int
    ) throws(StoreError) -> [Entry] {
        let isBest = query.order == .best
        let last = query.before.map { SearchKey.first(at: $0.advanced(byMicroseconds: 1_000_000)) } ?? .max
        let first = query.after.map { SearchKey.first(at: $0) } ?? 0
        let start = cursor.map {
            SearchKey.key(
                of: EntryID(number: max($0.number, 1)), at: Timestamp(microseconds: $0.time))
        }
        return try all(
            isBest ? SearchStatement.best : SearchStatement.newest,
            { statement in
                statement.bind(1, terms.expression(in: query.conversation))
                statement.bind(2, isBest ? last : min(last, start ?? .max))
                statement.bind(3, first)
                SearchStatement.bindFilters(of: query, to: statement)
                statement.bind(13, Int64(count))
                if isBest { statement.bind(14, max(cursor?.number ?? 0, 0)) }
            }, { (row) throws(StoreError) in try EntryRow.entry(row, self) })
    }

    fileprivate func filtered(
        _ query: SearchQuery, _ cursor: SearchCursor?, _ count: Int
    ) throws(StoreError) -> [Entry] {
        try all(
            query.conversation == nil ? SearchStatement.filtered : SearchStatement.filteredByTime,
            { statement in
                statement.bind(1, cursor?.time ?? .max)
                statement.bind(2, cursor?.number ?? .max)
                SearchStatement.bindFilters(of: query, to: statement)
                statement.bind(13, Int64(count))
            }, { (row) throws(StoreError) in try EntryRow.entry(row, self) })
    }

    fileprivate func withNeighbours(_ entries: [Entry]) throws(StoreError) -> [FoundRow] {
        var rows: [FoundRow] = []
        for entry in entries {
            let previous = try neighbour(of: entry, Self.previous)
            let next = try neighbour(of: entry, Self.next)
            rows.append(FoundRow(entry: entry, previous: previous, next: next))
        }
        return rows
    }

    private static let previous = """
        SELECT id FROM entry WHERE conversation = ? AND (sent_at, id) < (?, ?) ORDER BY sent_at DESC, id DESC LIMIT 1
        """
    private static let next = """
        SELECT id FROM entry WHERE conversation = ? AND (sent_at, id) > (?, ?) ORDER BY sent_at, id LIMIT 1
        """

    private func neighbour(of entry: Entry, _ sql: String) throws(StoreError) -> EntryID? {
        try first(
            sql,
            {
                $0.bind(1, entry.conversation.number)
                $0.bind(2, entry.content.sentAt.microseconds)
                $0.bind(3, entry.id.number)
            }, { EntryID(number: $0.integer(0)) })
    }
}
