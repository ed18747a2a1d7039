import Domain

extension Writer {
    /// Versions of one entry at most; what is said after that is not heard.
    static let versionBound = 100

    /// Gives an entry another content, and keeps what it said before; one that comes late becomes a former version.
    /// - Parameter language: what the text seems to be in; `nil`: not known.
    func correct(
        _ subject: ActSubject, _ act: Act, _ version: EntryVersion, in language: String?
    ) throws(StoreError) -> Bool {
        guard let entry = try Reader(connection).entry(subject.id.number) else { return false }
        guard try !isKnown(act, of: entry) else {
            try addAliases(of: act, to: entry)
            return false
        }
        guard try versions(of: entry.id) < Self.versionBound else { return false }
        try addAliases(of: act, to: entry)
        let current = EntryVersion(
            time: entry.marks?.correctedAt ?? entry.content.sentAt, texts: entry.content.texts,
            subjects: entry.content.subjects, details: entry.content.details)
        try addBits(.versions, to: entry.id)
        // The clocks of servers and of this machine differ: only two corrections of an archive are told apart by them.
        guard act.isInOrder || entry.marks?.correctedAt == nil || version.time >= current.time else {
            try insert(version, of: entry.id)
            return true
        }
        try insert(current, of: entry.id)
        try show(version, in: language, of: entry)
        return true
    }

    /// Writes the content that is shown from now on.
    ///
    /// When it is to be deleted was said when it was sent, and is not said anew (XEP-0466 §5).
    /// - Parameter language: what the text seems to be in; `nil`: not known.
    func show(_ version: EntryVersion, in language: String?, of entry: Entry) throws(StoreError) {
        try unindex(entry.id)
        var details = version.details ?? EntryDetails()
        details.lifetime = entry.content.details?.lifetime
        let names = details.mentionsUser
        if let (conversation, bits) = try unread(entry.id), bits.contains(.mention) != names {
            touched[conversation, default: ConversationTouch()].mentions += names ? 1 : -1
        }
        var changed = entry
        changed.content.texts = version.texts
        changed.content.subjects = version.subjects
        changed.content.details = details.isEmpty ? nil : details
        changed.content.detectedLanguage = language
        try clearTexts(of: entry.id)
        try writeTexts(changed.content, of: entry.id)
        if let details = changed.content.details { try setDetails(details, of: entry.id) }
        try setMark("corrected_at", version.time, of: entry.id)
        index(changed)
    }

    /// The first texts and the bits that follow from the content; the others go beside.
    private func writeTexts(_ content: EntryContent, of entry: EntryID) throws(StoreError) {
        let statement = try connection.prepare(
            """
            UPDATE entry SET language = ?2, text = ?3, subject_language = ?4, subject = ?5, detected_language = ?8,
                more = (more & ?6) | ?7 WHERE id = ?1
            """)
        let ofContent: EntryBits = [.texts, .details, .link, .mention]
        statement.bind(1, entry.number)
        statement.bind(2, content.texts.first?.language)
        statement.bind(3, content.texts.first?.text)
        statement.bind(4, content.subjects.first?.language)
        statement.bind(5, content.subjects.first?.text)
        statement.bind(6, ~ofContent.rawValue)
        statement.bind(7, EntryBits(of: content).intersection(ofContent).rawValue)
        statement.bind(8, content.detectedLanguage)
        try statement.run()
        try insertTexts(content.texts, content.subjects, of: entry)
    }

    /// Removes texts and details that stand beside the entry.
    func clearTexts(of entry: EntryID) throws(StoreError) {
        let statement = try connection.prepare("DELETE FROM entry_text WHERE entry = ?")
        statement.bind(1, entry.number)
        try statement.run()
        try setDetails(nil, of: entry)
    }

    func addBits(_ bits: EntryBits, to entry: EntryID) throws(StoreError) {
        let statement = try connection.prepare("UPDATE entry SET more = more | ? WHERE id = ?")
        statement.bind(1, bits.rawValue)
        statement.bind(2, entry.number)
        try statement.run()
    }

    private func versions(of entry: EntryID) throws(StoreError) -> Int {
        let statement = try connection.prepare("SELECT count(*) FROM entry_version WHERE entry = ?")
        defer { statement.reset() }
        statement.bind(1, entry.number)
        return try statement.step() ? Int(clamping: statement.integer(0)) : 0
    }

    func insert(_ version: EntryVersion, of entry: EntryID) throws(StoreError) {
        let statement = try connection.prepare(
            """
            INSERT INTO entry_version (entry, time, number, texts, subjects, details)
            VALUES (?1, ?2, (SELECT count(*) FROM entry_version WHERE entry = ?1), ?3, ?4, ?5)
            """)
        statement.bind(1, entry.number)
        statement.bind(2, version.time.microseconds)
        statement.bind(3, PackedText.pack(version.texts))
        statement.bind(4, PackedText.pack(version.subjects))
        statement.bind(5, version.details?.json)
        try statement.run()
    }

    // MARK: Ids of corrections

    /// Whether this very stanza was dealt with: it comes as a copy, from an archive.
    private func isKnown(_ act: Act, of entry: Entry) throws(StoreError) -> Bool {
        for name in act.ownNames {
            let statement = try connection.prepare(
                "SELECT 1 FROM entry_alias WHERE conversation = ? AND id = ? AND given_by = ? AND entry = ?")
            defer { statement.reset() }
            statement.bind(1, entry.conversation.number)
            statement.bind(2, name.id)
            statement.bind(3, name.by)
            statement.bind(4, entry.id.number)
            if try statement.step() { return true }
        }
        return false
    }

    /// The ids that an archive gave an own correction.
    func addAliases(of act: Act, toErrand errand: EntryID) throws(StoreError) {
        let statement = try connection.prepare("SELECT entry FROM errand WHERE id = ?")
        statement.bind(1, errand.number)
        let number = try statement.step() ? statement.integer(0) : nil
        statement.reset()
        guard let number, let entry = try Reader(connection).entry(number) else { return }
        try addAliases(of: act, to: entry)
    }

    func addAliases(of act: Act, to entry: Entry) throws(StoreError) { try addAliases(act.ownNames, to: entry) }

    func addAliases(_ names: [StoredName], to entry: Entry) throws(StoreError) {
        for name in names {
            let statement = try connection.prepare(
                "INSERT OR IGNORE INTO entry_alias (conversation, id, given_by, entry) VALUES (?, ?, ?, ?)")
            statement.bind(1, entry.conversation.number)
            statement.bind(2, name.id)
            statement.bind(3, name.by)
            statement.bind(4, entry.id.number)
            try statement.run()
        }
    }
}
