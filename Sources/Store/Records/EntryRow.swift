import Domain

/// Reads entries from rows.
enum EntryRow {
    /// The beginning of every query for entries; a condition on `e`, `c` or `a` follows.
    static let select = "SELECT \(columns) \(tables)"

    static let columns = """
        e.id, e.conversation, a.name, c.peer, e.direction, e.kind, e.author, e.sent_at, e.received_at, e.language,
        e.text, e.subject_language, e.subject, e.thread, e.thread_parent, e.message_id, e.origin_id, e.stanza_id,
        e.stanza_by, e.encryption, e.state, e.reason_code, e.reason_text, e.more, e.occupant_id,
        e.detected_language
        """

    static let tables =
        "FROM entry e JOIN conversation c ON c.id = e.conversation JOIN account a ON a.id = c.account"

    /// The number of columns above; what a query adds begins here.
    static let width: Int32 = 26

    static func entry(_ row: SQLStatement, _ reader: Reader) throws(StoreError) -> Entry {
        var content = EntryContent(
            direction: EntryCodes.direction(row.integer(4)), kind: EntryCodes.kind(row.integer(5)),
            author: row.text(6), sentAt: Timestamp(microseconds: row.integer(7)),
            receivedAt: Timestamp(microseconds: row.integer(8)), texts: map(row, 9), subjects: map(row, 11),
            thread: row.optionalText(13), threadParent: row.optionalText(14), messageID: row.optionalText(15),
            originID: row.optionalText(16), stanzaIDs: stanzaIDs(row), encryption: row.optionalText(19),
            state: EntryCodes.state(
                row.optionalInteger(20), reasonCode: row.optionalText(21), sentence: row.optionalText(22)),
            occupantID: row.optionalText(24), detectedLanguage: row.optionalText(25))
        let bits = EntryBits(rawValue: row.integer(23))
        content.isMarkable = bits.contains(.markable)
        if bits.contains(.texts) { try addTexts(to: &content, of: row.integer(0), reader) }
        if bits.contains(.stanzaIDs) { try addStanzaIDs(to: &content, of: row.integer(0), reader) }
        if bits.contains(.details) { content.details = try details(of: row.integer(0), reader) }
        if bits.contains(.expiry) { content.expiresAt = try expiry(of: row.integer(0), reader) }
        return Entry(
            id: EntryID(number: row.integer(0)), account: try reader.account(row.text(2)),
            conversation: ConversationID(number: row.integer(1)), peer: row.text(3), content: content,
            marks: try EntryMarks(of: row.integer(0), bits, reader))
    }

    private static func details(of entry: Int64, _ reader: Reader) throws(StoreError) -> EntryDetails? {
        let text = try reader.first(
            "SELECT json FROM entry_detail WHERE entry = ?", { $0.bind(1, entry) }, { $0.text(0) })
        return EntryDetails(stored: text)
    }

    private static func expiry(of entry: Int64, _ reader: Reader) throws(StoreError) -> Timestamp? {
        let time = try reader.first(
            "SELECT due_at FROM entry_expiry WHERE entry = ?", { $0.bind(1, entry) }, { $0.optionalInteger(0) })
        return (time ?? nil).map { Timestamp(microseconds: $0) }
    }

    private static func map(_ row: SQLStatement, _ column: Int32) -> LanguageMap {
        guard let text = row.optionalText(column + 1) else { return LanguageMap() }
        return LanguageMap(text, language: row.text(column))
    }

    private static func stanzaIDs(_ row: SQLStatement) -> [StanzaReference] {
        guard let id = row.optionalText(17) else { return [] }
        return [StanzaReference(id: id, by: row.text(18))]
    }

    private static func addTexts(to content: inout EntryContent, of entry: Int64, _ reader: Reader) throws(StoreError) {
        let rows = try reader.all(
            "SELECT part, language, text FROM entry_text WHERE entry = ? ORDER BY part, position",
            { $0.bind(1, entry) }, { ($0.integer(0), $0.text(1), $0.text(2)) })
        for (part, language, text) in rows {
            if part == 0 {
                content.texts.add(text, language: language)
            } else {
                content.subjects.add(text, language: language)
            }
        }
    }

    private static func addStanzaIDs(
        to content: inout EntryContent, of entry: Int64, _ reader: Reader
    ) throws(StoreError) {
        content.stanzaIDs += try reader.all(
            "SELECT stanza_id, stanza_by FROM entry_stanza_id WHERE entry = ? ORDER BY stanza_by, stanza_id",
            { $0.bind(1, entry) }, { StanzaReference(id: $0.text(0), by: $0.text(1)) })
    }
}
