import Domain

extension Writer {
    /// Stores an entry unless it is there, and announces it.
    func add(_ new: NewEntry) throws(StoreError) -> Outcome {
        let place = try conversation(new.account, new.peer, new.conversationKind)
        if let twin = try twin(of: new, in: place) {
            try addStanzaIDs(new.content.stanzaIDs, to: twin, in: place.id)
            return .duplicate(twin, place.id)
        }
        let entry = Entry(
            id: EntryID(number: next(\.entry)), account: new.account, conversation: place.id, peer: place.peer,
            content: new.content)
        try insert(entry)
        try announce(.message, entry)
        return .added(entry.id, place.id)
    }

    private func insert(_ entry: Entry) throws(StoreError) {
        let content = entry.content
        let more = (hasMoreTexts(content) ? 1 : 0) | (content.stanzaIDs.count > 1 ? 2 : 0)
        let statement = try connection.prepare(
            """
            INSERT INTO entry (id, conversation, direction, kind, author, sent_at, received_at, language, text,
                subject_language, subject, thread, thread_parent, message_id, origin_id, stanza_id, stanza_by,
                encryption, state, reason_code, reason_text, more)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
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
        statement.bind(22, Int64(more))
        try statement.run()
        if more != 0 { try insertMore(of: entry) }
    }

    private func hasMoreTexts(_ content: EntryContent) -> Bool {
        content.texts.items.count > 1 || content.subjects.items.count > 1
    }

    private func insertMore(of entry: Entry) throws(StoreError) {
        for (part, map) in [entry.content.texts, entry.content.subjects].enumerated() {
            for (position, item) in map.items.enumerated().dropFirst() {
                let statement = try connection.prepare(
                    "INSERT INTO entry_text (entry, part, position, language, text) VALUES (?, ?, ?, ?, ?)")
                statement.bind(1, entry.id.number)
                statement.bind(2, Int64(part))
                statement.bind(3, Int64(position))
                statement.bind(4, item.language)
                statement.bind(5, item.text)
                try statement.run()
            }
        }
        for reference in entry.content.stanzaIDs.dropFirst() {
            try insert(reference, of: entry.id, in: entry.conversation)
        }
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
