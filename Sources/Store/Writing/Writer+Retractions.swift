import Domain

extension Writer {
    /// Deletes what an entry says, in all its versions; that something stood here, and who took it back, stays.
    func retract(_ subject: ActSubject, _ act: Act, reason: String?) throws(StoreError) -> Bool {
        let entry = subject.id
        try dropErrands(of: entry)
        try unindex(entry)
        try uncount(entry)
        try clearTexts(of: entry)
        for sql: StaticString in [
            "DELETE FROM entry_version WHERE entry = ?", "DELETE FROM entry_reaction WHERE entry = ?",
        ] {
            let statement = try connection.prepare(sql)
            statement.bind(1, entry.number)
            try statement.run()
        }
        try setMark("retracted_at", act.time, of: entry)
        let mark = try connection.prepare(
            "UPDATE entry_mark SET retracted_by = ?, reason = ?, corrected_at = NULL WHERE entry = ?")
        mark.bind(1, act.author)
        mark.bind(2, reason)
        mark.bind(3, entry.number)
        try mark.run()
        try blank(entry)
        return true
    }

    private func blank(_ entry: EntryID) throws(StoreError) {
        let gone: EntryBits = [.texts, .details, .versions, .reactions, .link, .mention, .counted]
        let statement = try connection.prepare(
            """
            UPDATE entry SET language = NULL, text = NULL, subject_language = NULL, subject = NULL,
                detected_language = NULL, more = (more & ?) | ? WHERE id = ?
            """)
        statement.bind(1, ~gone.rawValue)
        statement.bind(2, EntryBits.retracted.rawValue)
        statement.bind(3, entry.number)
        try statement.run()
    }

    /// There is nothing to be read any more.
    func uncount(_ entry: EntryID) throws(StoreError) {
        guard let (conversation, bits) = try unread(entry) else { return }
        touched[conversation, default: ConversationTouch()].unread -= 1
        if bits.contains(.mention) { touched[conversation]?.mentions -= 1 }
    }

    /// Where an entry stands that is still to be read; `nil`: it is not.
    func unread(_ entry: EntryID) throws(StoreError) -> (ConversationID, EntryBits)? {
        let statement = try connection.prepare("SELECT conversation, sent_at, more FROM entry WHERE id = ?")
        defer { statement.reset() }
        statement.bind(1, entry.number)
        guard try statement.step() else { return nil }
        let bits = EntryBits(rawValue: statement.integer(2))
        guard bits.contains(.counted) else { return nil }
        let conversation = ConversationID(number: statement.integer(0))
        let place = ConversationTouch.Place(time: statement.integer(1), entry: entry.number)
        if let read = try readPlace(of: conversation), place <= read { return nil }
        return (conversation, bits)
    }

    /// Sets one time of the marks of an entry; `nil` removes it.
    func setMark(_ column: StaticString, _ time: Timestamp?, of entry: EntryID) throws(StoreError) {
        let statement = try connection.prepare(
            composed: """
                INSERT INTO entry_mark (entry, \(column)) VALUES (?1, ?2)
                ON CONFLICT (entry) DO UPDATE SET \(column) = ?2
                """)
        statement.bind(1, entry.number)
        statement.bind(2, time?.microseconds)
        try statement.run()
        try addBits(.marks, to: entry)
    }

    func pin(_ entry: EntryID, at time: Timestamp?) throws(StoreError) -> Bool {
        let marks = try Reader(connection).entry(entry.number)?.marks
        guard (marks?.pinnedAt == nil) != (time == nil) else { return false }
        try setMark("pinned_at", time, of: entry)
        return true
    }
}
