public import Domain

extension Store {
    /// What an entry said before it was corrected, oldest first; empty: always the same, or there is no such entry.
    public func versions(of entry: EntryID) async throws(StoreError) -> [EntryVersion] {
        try await read { (reader) throws(StoreError) in try reader.versions(of: entry) }
    }

    /// A piece of a conversation's history with all there is of it, oldest first; `nil` begins at the beginning.
    ///
    /// - Returns: the entries, and where to go on; `nil` there: that was all.  The limit is kept within 1–500.
    public func export(
        _ conversation: ConversationID, after cursor: HistoryCursor?, limit: Int
    ) async throws(StoreError) -> (entries: [ExportedEntry], next: HistoryCursor?) {
        let range = HistoryRange.after(cursor ?? .beginning)
        let limit = min(max(limit, 1), Self.historyBound)
        return try await read { (reader) throws(StoreError) in
            let found = try reader.all(
                range.sql, { range.bind($0, conversation, limit + 1) },
                { (row) throws(StoreError) in try EntryRow.entry(row, reader) })
            let page = range.page(of: found, limit: limit)
            var entries: [ExportedEntry] = []
            for entry in page.entries {
                let versions = try reader.versions(of: entry.id)
                entries.append(
                    ExportedEntry(entry: entry, versions: versions, aliases: try reader.aliases(of: entry.id)))
            }
            return (entries, page.after)
        }
    }
}

extension Reader {
    func versions(of entry: EntryID) throws(StoreError) -> [EntryVersion] {
        try all(
            "SELECT time, texts, subjects, details FROM entry_version WHERE entry = ? ORDER BY time, number",
            { $0.bind(1, entry.number) },
            {
                EntryVersion(
                    time: Timestamp(microseconds: $0.integer(0)), texts: PackedText.unpackMap($0.text(1)),
                    subjects: PackedText.unpackMap($0.text(2)), details: EntryDetails(stored: $0.optionalText(3)))
            })
    }

    fileprivate func aliases(of entry: EntryID) throws(StoreError) -> [StanzaReference] {
        try all(
            "SELECT id, given_by FROM entry_alias WHERE entry = ? ORDER BY given_by, id",
            { $0.bind(1, entry.number) }, { StanzaReference(id: $0.text(0), by: $0.text(1)) })
    }
}
