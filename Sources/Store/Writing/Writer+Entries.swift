import Domain

extension Writer {
    /// Stores an entry unless it is there, and announces it.
    func add(_ new: NewEntry) throws(StoreError) -> Outcome {
        let place = try conversation(new.account, new.peer, new.conversationKind)
        if let twin = try twin(of: new, in: place) {
            guard new.origin != .imported else { return .duplicate(twin, place.id) }
            try addStanzaIDs(new.content.stanzaIDs, to: twin, in: place.id)
            try carryOutWaiting(on: new.content.stanzaIDs, new.account, place.peer)
            // Our own message comes back from the server, which has it therefore.
            let state = new.content.state ?? (new.origin == .archive ? .onServer : nil)
            if new.content.direction == .outgoing, let state { _ = try setState(twin, state) }
            return .duplicate(twin, place.id)
        }
        if new.origin == .archive, try isPurged(new.content, in: place.id) { return .purged }
        var content = new.content
        content.sentAt = try moment(of: content, in: place.id)
        let entry = Entry(
            id: EntryID(number: next(\.entry)), account: new.account, conversation: place.id, peer: place.peer,
            content: content)
        var bits = EntryBits(of: new.content)
        if try counts(new, in: place.id) { bits.insert(.counted) }
        try insert(entry, bits)
        index(entry)
        if new.origin == .imported {
            touched[place.id, default: ConversationTouch()].imported += 1
        } else {
            try announce(.message, entry)
            try touch(with: entry, bits)
        }
        try carryOutWaiting(on: entry, new)
        return .added(entry.id, place.id)
    }

    private func insert(_ entry: Entry, _ bits: EntryBits) throws(StoreError) {
        let content = entry.content
        let statement = try connection.prepare(
            """
            INSERT INTO entry (id, conversation, direction, kind, author, sent_at, received_at, language, text,
                subject_language, subject, thread, thread_parent, message_id, origin_id, stanza_id, stanza_by,
                encryption, state, reason_code, reason_text, more, occupant_id, detected_language)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        statement.bind(1, entry.id.number)
        statement.bind(2, entry.conversation.number)
        statement.bind(3, EntryCodes.code(content.direction))
        statement.bind(4, EntryCodes.code(content.kind))
        statement.bind(5, content.author)
        statement.bind(6, content.sentAt.microseconds)
        statement.bind(7, content.receivedAt.microseconds)
        statement.bind(8, content.texts.first?.language)
        statement.bind(9, content.texts.first?.text)
        statement.bind(10, content.subjects.first?.language)
        statement.bind(11, content.subjects.first?.text)
        statement.bind(12, content.thread)
        statement.bind(13, content.threadParent)
        statement.bind(14, content.messageID)
        statement.bind(15, content.originID)
        statement.bind(16, content.stanzaIDs.first?.id)
        statement.bind(17, content.stanzaIDs.first?.by)
        statement.bind(18, content.encryption)
        if let state = content.state {
            statement.bind(19, EntryCodes.code(state))
            statement.bind(20, state.reason?.code)
            statement.bind(21, state.reason?.sentence)
        }
        statement.bind(22, bits.rawValue)
        statement.bind(23, content.occupantID)
        statement.bind(24, content.detectedLanguage)
        try statement.run()
        if bits.rawValue != 0 { try insertMore(of: entry, bits) }
    }

    private func insertMore(of entry: Entry, _ bits: EntryBits) throws(StoreError) {
        if bits.contains(.texts) { try insertTexts(entry.content.texts, entry.content.subjects, of: entry.id) }
        if let details = entry.content.details { try setDetails(details, of: entry.id) }
        if bits.contains(.expiry) { try insertExpiry(of: entry) }
        for reference in entry.content.stanzaIDs.dropFirst() {
            try insert(reference, of: entry.id, in: entry.conversation)
        }
    }

    /// Those after the first.
    func insertTexts(_ texts: LanguageMap, _ subjects: LanguageMap, of entry: EntryID) throws(StoreError) {
        for (part, map) in [texts, subjects].enumerated() {
            for (position, item) in map.items.enumerated().dropFirst() {
                let statement = try connection.prepare(
                    "INSERT INTO entry_text (entry, part, position, language, text) VALUES (?, ?, ?, ?, ?)")
                statement.bind(1, entry.number)
                statement.bind(2, Int64(part))
                statement.bind(3, Int64(position))
                statement.bind(4, item.language)
                statement.bind(5, item.text)
                try statement.run()
            }
        }
    }

    /// `nil` removes them.
    func setDetails(_ details: EntryDetails?, of entry: EntryID) throws(StoreError) {
        let statement = try connection.prepare(
            details == nil
                ? "DELETE FROM entry_detail WHERE entry = ?1"
                : "INSERT OR REPLACE INTO entry_detail (entry, json) VALUES (?1, ?2)")
        statement.bind(1, entry.number)
        if let details { statement.bind(2, details.json) }
        try statement.run()
    }

    /// An own entry ages from when it was sent, another one from when it is read (XEP-0466 §6).
    private func insertExpiry(of entry: Entry) throws(StoreError) {
        let lifetime = entry.content.details?.lifetime.map { Int64($0) }
        var due = entry.content.expiresAt
        if due == nil, entry.content.direction == .outgoing, let lifetime {
            due = entry.content.sentAt.advanced(byMicroseconds: lifetime * 1_000_000)
        }
        let statement = try connection.prepare("INSERT INTO entry_expiry (entry, seconds, due_at) VALUES (?, ?, ?)")
        statement.bind(1, entry.id.number)
        statement.bind(2, lifetime)
        statement.bind(3, due?.microseconds)
        try statement.run()
    }

    func setDetectedLanguage(_ entry: EntryID, _ language: String?) throws(StoreError) -> Outcome {
        let statement = try connection.prepare(
            "UPDATE entry SET detected_language = ?1 WHERE id = ?2 AND detected_language IS NOT ?1")
        statement.bind(1, language)
        statement.bind(2, entry.number)
        try statement.run()
        return connection.changes > 0 ? .done : .unchanged
    }

    func insert(
        _ reference: StanzaReference, of entry: EntryID, in conversation: ConversationID
    ) throws(StoreError) {
        let statement = try connection.prepare(
            """
            INSERT OR IGNORE INTO entry_stanza_id (conversation, stanza_id, stanza_by, entry) VALUES (?, ?, ?, ?)
            """)
        statement.bind(1, conversation.number)
        statement.bind(2, reference.id)
        statement.bind(3, reference.by)
        statement.bind(4, entry.number)
        try statement.run()
    }
}
