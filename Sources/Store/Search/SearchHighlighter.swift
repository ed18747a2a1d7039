import GRDBSQLite

/// Finds what fits in texts, with the very rules of the index: a small index of its own, in memory.
final class SearchHighlighter {
    private let handle: OpaquePointer

    /// `nil`: no memory.
    init?() {
        var pointer: OpaquePointer?
        let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY | SQLITE_OPEN_NOMUTEX
        guard sqlite3_open_v2(":memory:", &pointer, flags, nil) == SQLITE_OK, let pointer else {
            sqlite3_close_v2(pointer)
            return nil
        }
        handle = pointer
        let sql = "CREATE VIRTUAL TABLE t USING fts5(text, tokenize = 'unicode61 remove_diacritics 2')"
        guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else {
            sqlite3_close_v2(pointer)
            return nil
        }
    }

    deinit {
        sqlite3_close_v2(handle)
    }

    /// The ranges, in code points, of what fits in each text; none where something goes wrong.
    func ranges(of expression: String, in texts: [String]) -> [[Range<Int>]] {
        var ranges: [[Range<Int>]] = Array(repeating: [], count: texts.count)
        guard sqlite3_exec(handle, "BEGIN", nil, nil, nil) == SQLITE_OK else { return ranges }
        defer { sqlite3_exec(handle, "ROLLBACK", nil, nil, nil) }
        with("INSERT INTO t (rowid, text) VALUES (?, ?)") { statement in
            for (index, text) in texts.enumerated() {
                statement.bind(1, Int64(index))
                statement.bind(2, text)
                try? statement.run()
            }
        }
        with("SELECT rowid, highlight(t, 0, char(30), char(31)) FROM t WHERE t MATCH ?") { statement in
            statement.bind(1, expression)
            while (try? statement.step()) == true {
                let index = Int(clamping: statement.integer(0))
                guard texts.indices.contains(index) else { continue }
                ranges[index] = Self.ranges(marked: statement.text(1), in: texts[index])
            }
        }
        return ranges
    }

    private func with(_ sql: String, _ body: (SQLStatement) -> Void) {
        var pointer: OpaquePointer?
        guard sqlite3_prepare_v2(handle, sql, -1, &pointer, nil) == SQLITE_OK, let pointer else { return }
        body(SQLStatement(pointer: pointer))
        sqlite3_finalize(pointer)
    }

    /// Reads the marks, which no text from XML can hold; one that holds them anyway has no ranges.
    private static func ranges(marked: String, in text: String) -> [Range<Int>] {
        guard !text.unicodeScalars.contains(where: { $0.value == 30 || $0.value == 31 }) else { return [] }
        var ranges: [Range<Int>] = []
        var position = 0
        var begin = 0
        for scalar in marked.unicodeScalars {
            switch scalar.value {
            case 30: begin = position
            case 31: ranges.append(begin..<max(begin, position))
            default: position += 1
            }
        }
        return ranges
    }
}
