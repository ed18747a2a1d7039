import Domain

/// Finding an entry that is there already, by ids that only the right one can give.
extension Writer {
    func twin(
        of new: NewEntry, in place: WriterMemory.KnownConversation
    ) throws(StoreError) -> EntryID? {
        for reference in new.content.stanzaIDs {
            if let twin = try holder(of: reference, in: place.id) { return twin }
        }
        guard new.twin != .byArchive else { return nil }
        if let twin = try twinBySender(of: new.content, new.origin, in: place) { return twin }
        return new.twin == .byPlace ? try twinByPlace(of: new.content, in: place) : nil
    }

    /// The text may have changed since, or be gone, where an id says which entry it is.
    private func twinByPlace(
        of content: EntryContent, in place: WriterMemory.KnownConversation
    ) throws(StoreError) -> EntryID? {
        let statement = try connection.prepare(
            """
            SELECT id FROM entry WHERE conversation = ? AND sent_at = ? AND direction = ? AND author = ?
                AND message_id IS ? AND (message_id IS NOT NULL OR text IS ?) ORDER BY id LIMIT 1
            """)
        defer { statement.reset() }
        statement.bind(1, place.id.number)
        statement.bind(2, content.sentAt.microseconds)
        statement.bind(3, EntryCodes.code(content.direction))
        statement.bind(4, content.author)
        statement.bind(5, content.messageID)
        statement.bind(6, content.texts.first?.text)
        return try statement.step() ? EntryID(number: statement.integer(0)) : nil
    }

    /// The entry that has this stanza-id.
    func holder(
        of reference: StanzaReference, in conversation: ConversationID
    ) throws(StoreError) -> EntryID? {
        for sql: StaticString in [
            "SELECT id FROM entry WHERE conversation = ? AND stanza_id = ? AND stanza_by = ?",
            "SELECT entry FROM entry_stanza_id WHERE conversation = ? AND stanza_id = ? AND stanza_by = ?",
        ] {
            let statement = try connection.prepare(sql)
            defer { statement.reset() }
            statement.bind(1, conversation.number)
            statement.bind(2, reference.id)
            statement.bind(3, reference.by)
            if try statement.step() { return EntryID(number: statement.integer(0)) }
        }
        return nil
    }

    /// A peer that uses one id for many entries makes us look at the newest few only.
    private func twinBySender(
        of content: EntryContent, _ origin: NewEntry.Origin, in place: WriterMemory.KnownConversation
    ) throws(StoreError) -> EntryID? {
        if let id = content.messageID ?? content.originID {
            let statement = try connection.prepare(
                """
                SELECT id, direction, author, text, message_id, origin_id, more FROM entry
                WHERE conversation = ? AND message_id = ? ORDER BY id DESC LIMIT 20
                """)
            if let twin = try firstTwin(statement, id, content, origin, place) { return twin }
        }
        guard let originID = content.originID else { return nil }
        let statement = try connection.prepare(
            """
            SELECT id, direction, author, text, message_id, origin_id, more FROM entry
            WHERE conversation = ? AND origin_id = ? AND origin_id IS NOT NULL AND origin_id IS NOT message_id
            ORDER BY id DESC LIMIT 20
            """)
        return try firstTwin(statement, originID, content, origin, place)
    }

    private func firstTwin(
        _ statement: SQLStatement, _ id: String, _ content: EntryContent, _ origin: NewEntry.Origin,
        _ place: WriterMemory.KnownConversation
    ) throws(StoreError) -> EntryID? {
        defer { statement.reset() }
        statement.bind(1, place.id.number)
        statement.bind(2, id)
        while try statement.step() {
            if try isTwin(statement, of: content, origin, in: place) { return EntryID(number: statement.integer(0)) }
        }
        return nil
    }

    private func isTwin(
        _ row: SQLStatement, of content: EntryContent, _ origin: NewEntry.Origin,
        in place: WriterMemory.KnownConversation
    ) throws(StoreError) -> Bool {
        guard EntryCodes.direction(row.integer(1)) == content.direction else { return false }
        // In a chat the direction names the sender; in a room only the occupant does.
        guard place.kind != .room || row.text(2) == content.author else { return false }
        if let theirs = row.optionalText(5), let ours = content.originID { return theirs == ours }
        guard row.optionalText(4) == content.messageID else { return false }
        if row.optionalText(3) == content.texts.first?.text { return true }
        // What an archive has may have been changed here since.
        guard origin == .archive else { return false }
        let bits = EntryBits(rawValue: row.integer(6))
        guard !bits.contains(.retracted) else { return true }
        guard bits.contains(.versions) else { return false }
        return try firstText(of: row.integer(0)) == content.texts.first?.text
    }

    /// What an entry said before it was corrected; `nil`: it was not, or said nothing.
    private func firstText(of entry: Int64) throws(StoreError) -> String? {
        let statement = try connection.prepare(
            "SELECT texts FROM entry_version WHERE entry = ? ORDER BY number LIMIT 1")
        defer { statement.reset() }
        statement.bind(1, entry)
        return try statement.step() ? statement.optionalText(0).flatMap { PackedText.unpackMap($0).first?.text } : nil
    }

    /// Gives an entry the stanza-ids it does not have yet: an own message that comes back, a carbon of what was
    /// fetched.
    func addStanzaIDs(
        _ references: [StanzaReference], to entry: EntryID, in conversation: ConversationID
    ) throws(StoreError) {
        for reference in references where try holder(of: reference, in: conversation) == nil {
            let statement = try connection.prepare(
                "UPDATE entry SET stanza_id = ?, stanza_by = ? WHERE id = ? AND stanza_id IS NULL")
            statement.bind(1, reference.id)
            statement.bind(2, reference.by)
            statement.bind(3, entry.number)
            try statement.run()
            guard connection.changes == 0 else { continue }
            try insert(reference, of: entry, in: conversation)
            let mark = try connection.prepare("UPDATE entry SET more = more | 2 WHERE id = ?")
            mark.bind(1, entry.number)
            try mark.run()
        }
    }
}
