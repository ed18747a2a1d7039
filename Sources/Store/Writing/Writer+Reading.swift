import Domain

/// Counting what is unread, step by step; a large table is never counted.
extension Writer {
    /// Entries looked at after a place that was read; when there are more, the count stays as it was.
    static let recountBound: Int64 = 10_000

    /// Whether the user has still to read a new entry.
    func counts(_ new: NewEntry, in conversation: ConversationID) throws(StoreError) -> Bool {
        guard new.countsAsUnread, new.content.direction == .incoming else { return false }
        switch new.content.kind {
        case .chat, .groupchat, .normal, .headline, .undecryptable, .file, .call: break
        case .error, .system: return false
        }
        guard let read = try readPlace(of: conversation) else { return true }
        if let known = new.follows, read.entry <= known.number { return true }
        return new.content.sentAt.microseconds >= read.time
    }

    /// Notes what a new entry does to its conversation: whoever writes has read.
    func touch(with entry: Entry, _ bits: EntryBits) throws(StoreError) {
        if bits.contains(.counted) {
            touched[entry.conversation, default: ConversationTouch()].unread += 1
            touched[entry.conversation]?.opens = true
            if bits.contains(.mention) { touched[entry.conversation]?.mentions += 1 }
        } else if entry.content.direction == .outgoing {
            let place = ConversationTouch.Place(time: entry.content.sentAt.microseconds, entry: entry.id.number)
            touched[entry.conversation, default: ConversationTouch()].read(upTo: place)
            touched[entry.conversation]?.opens = true
        }
    }

    /// Writes what the batch did to conversations, one row and one event for each.
    func settleConversations() throws(StoreError) {
        guard !touched.isEmpty else { return }
        for (conversation, touch) in touched.sorted(by: { $0.key.number < $1.key.number }) {
            var isChanged = touch.isChanged
            if touch.imported > 0 { try announceImport(touch.imported, into: conversation) }
            if touch.unread != 0 || touch.mentions != 0 || touch.opens {
                let wrote = try count(touch, in: conversation)
                isChanged = isChanged || wrote
            }
            if let place = touch.read, try moveRead(to: place, in: conversation) { isChanged = true }
            if isChanged { try announceState(of: conversation) }
        }
        touched = [:]
    }

    private func count(_ touch: ConversationTouch, in conversation: ConversationID) throws(StoreError) -> Bool {
        let statement = try connection.prepare(
            """
            UPDATE conversation SET unread = max(unread + ?1, 0), mentions = max(mentions + ?2, 0), open = open | ?3
            WHERE id = ?4 AND (?1 <> 0 OR ?2 <> 0 OR open < ?3)
            """)
        statement.bind(1, touch.unread)
        statement.bind(2, touch.mentions)
        statement.bind(3, touch.opens)
        statement.bind(4, conversation.number)
        try statement.run()
        return connection.changes > 0
    }

    /// Moves the place forward and counts what is left; true when the counts changed.
    private func moveRead(
        to place: ConversationTouch.Place, in conversation: ConversationID
    ) throws(StoreError) -> Bool {
        if let read = try readPlace(of: conversation), place <= read { return false }
        let before = try unread(of: conversation)
        var after = before
        if before.unread > 0, let counted = try recount(after: place, in: conversation) {
            after = (min(before.unread, counted.unread), min(before.mentions, counted.mentions))
        }
        let statement = try connection.prepare(
            "UPDATE conversation SET read_at = ?, read_entry = ?, unread = ?, mentions = ? WHERE id = ?")
        statement.bind(1, place.time)
        statement.bind(2, place.entry)
        statement.bind(3, after.unread)
        statement.bind(4, after.mentions)
        statement.bind(5, conversation.number)
        try statement.run()
        memory.remember(readPlace: place, of: conversation)
        try startExpiry(upTo: place, in: conversation)
        return before != after
    }

    func readPlace(of conversation: ConversationID) throws(StoreError) -> ConversationTouch.Place? {
        if let known = memory.readPlaces[conversation] { return known }
        let statement = try connection.prepare("SELECT read_at, read_entry FROM conversation WHERE id = ?")
        defer { statement.reset() }
        statement.bind(1, conversation.number)
        var place: ConversationTouch.Place?
        if try statement.step(), let time = statement.optionalInteger(0) {
            place = ConversationTouch.Place(time: time, entry: statement.integer(1))
        }
        memory.remember(readPlace: place, of: conversation)
        return place
    }

    private func unread(of conversation: ConversationID) throws(StoreError) -> (unread: Int64, mentions: Int64) {
        let statement = try connection.prepare("SELECT unread, mentions FROM conversation WHERE id = ?")
        defer { statement.reset() }
        statement.bind(1, conversation.number)
        return try statement.step() ? (statement.integer(0), statement.integer(1)) : (0, 0)
    }

    /// `nil`: too many to look at.
    private func recount(
        after place: ConversationTouch.Place, in conversation: ConversationID
    ) throws(StoreError) -> (unread: Int64, mentions: Int64)? {
        let statement = try connection.prepare(
            """
            SELECT count(*), total(more & 1024 <> 0), total(more & 1536 = 1536) FROM (
                SELECT more FROM entry WHERE conversation = ? AND (sent_at, id) > (?, ?)
                ORDER BY sent_at, id LIMIT ?)
            """)
        defer { statement.reset() }
        statement.bind(1, conversation.number)
        statement.bind(2, place.time)
        statement.bind(3, place.entry)
        statement.bind(4, Self.recountBound + 1)
        guard try statement.step(), statement.integer(0) <= Self.recountBound else { return nil }
        return (statement.integer(1), statement.integer(2))
    }

    /// What was to be deleted some time after reading begins to age (XEP-0466 §6).
    private func startExpiry(
        upTo place: ConversationTouch.Place, in conversation: ConversationID
    ) throws(StoreError) {
        let statement = try connection.prepare(
            """
            UPDATE entry_expiry SET due_at = ?1 + seconds * 1000000 WHERE entry IN (
                SELECT e.id FROM entry_expiry x JOIN entry e ON e.id = x.entry
                WHERE x.due_at IS NULL AND e.conversation = ?2 AND (e.sent_at, e.id) <= (?3, ?4))
            """)
        statement.bind(1, now.microseconds)
        statement.bind(2, conversation.number)
        statement.bind(3, place.time)
        statement.bind(4, place.entry)
        try statement.run()
    }
}
