import Domain

/// The queries behind a search.  Filters that are not set are bound to NULL.
enum SearchStatement {
    /// How many hits are weighed against each other when the best are asked for.
    static let rankedBound: Int64 = 4_000

    private static let filters = """
        (?4 IS NULL OR a.name = ?4) AND (?5 IS NULL OR e.conversation = ?5)
        AND (?6 IS NULL OR e.author = ?6 OR (e.author > ?6 || '/' AND e.author < ?6 || '0'))
        AND (?7 IS NULL OR e.sent_at < ?7) AND (?8 IS NULL OR e.sent_at >= ?8)
        AND (?9 IS NULL OR lower(ifnull(e.detected_language, e.language)) = ?9
            OR substr(lower(ifnull(e.detected_language, e.language)), 1, length(?9) + 1) = ?9 || '-')
        AND (?10 IS NULL OR (1 << e.kind) & ?10 <> 0) AND (?11 IS NULL OR e.kind = 6)
        AND (?12 IS NULL OR e.more & 256 <> 0)
        """

    private static let joins = """
        CROSS JOIN entry e ON e.id = (s.rowid & 2147483647) JOIN conversation c ON c.id = e.conversation
        JOIN account a ON a.id = c.account
        """

    /// ?1 expression, ?2 key before which to go on, ?3 least key, ?13 how many.
    static let newest = """
        SELECT \(EntryRow.columns), s.rowid FROM search s \(joins)
        WHERE search MATCH ?1 AND s.rowid < ?2 AND s.rowid >= ?3 AND \(filters) ORDER BY s.rowid DESC LIMIT ?13
        """

    /// ?1 expression, ?2 and ?3 bounds of keys, ?13 how many, ?14 after how many.
    static let best = """
        SELECT \(EntryRow.columns), s.rowid FROM (
            SELECT rowid, bm25(search, 1.0, 0.5, 0.0) AS score FROM search
            WHERE search MATCH ?1 AND rowid < ?2 AND rowid >= ?3 ORDER BY rowid DESC LIMIT \(rankedBound)) s \(joins)
        WHERE \(filters) ORDER BY s.score, s.rowid DESC LIMIT ?13 OFFSET ?14
        """

    /// Without words, in one conversation.  ?1 and ?2 the place before which to go on.
    static let filteredByTime = """
        \(EntryRow.select)
        WHERE e.conversation = ?5 AND (e.sent_at, e.id) < (?1, ?2) AND ?3 IS NULL AND \(filters)
        ORDER BY e.sent_at DESC, e.id DESC LIMIT ?13
        """

    /// Without words, everywhere: in the order in which entries were stored.  ?2 the entry before which to go on.
    static let filtered = """
        SELECT \(EntryRow.columns) FROM entry e CROSS JOIN conversation c ON c.id = e.conversation
            JOIN account a ON a.id = c.account
        WHERE e.id < ?2 AND ?1 IS NOT NULL AND ?3 IS NULL AND \(filters) ORDER BY e.id DESC LIMIT ?13
        """

    static func bindFilters(of query: SearchQuery, to statement: SQLStatement) {
        statement.bind(4, query.account?.description)
        statement.bind(5, query.conversation?.number)
        statement.bind(6, query.author)
        statement.bind(7, query.before?.microseconds)
        statement.bind(8, query.after?.microseconds)
        statement.bind(9, query.language?.lowercased())
        if !query.kinds.isEmpty {
            statement.bind(10, query.kinds.reduce(Int64(0)) { $0 | 1 << EntryCodes.code($1) })
        }
        if query.hasFile { statement.bind(11, true) }
        if query.hasLink { statement.bind(12, true) }
    }
}
