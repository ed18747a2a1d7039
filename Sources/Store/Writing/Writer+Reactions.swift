import Domain

extension Writer {
    /// Senders of reactions to one entry at most.
    static let reactionBound = 1_000

    /// Replaces the set of one sender, unless a later one is there (XEP-0444 §4.1).
    func react(to subject: ActSubject, _ act: Act, _ emojis: [String]) throws(StoreError) -> Bool {
        let sender = act.actor(in: subject.place)
        let packed = PackedText.pack(unique(emojis))
        let before = try reaction(of: sender, to: subject.id)
        if let before {
            guard act.isInOrder || act.time.microseconds >= before.time, before.emojis != packed else { return false }
        } else {
            guard try reactions(to: subject.id) < Self.reactionBound else { return false }
        }
        let statement = try connection.prepare(
            "INSERT OR REPLACE INTO entry_reaction (entry, sender, emojis, time) VALUES (?, ?, ?, ?)")
        statement.bind(1, subject.id.number)
        statement.bind(2, sender)
        statement.bind(3, packed)
        statement.bind(4, act.time.microseconds)
        try statement.run()
        try addBits(.reactions, to: subject.id)
        return before != nil || !packed.isEmpty
    }

    // MARK: Refused by the other side

    /// What an own reaction replaces.
    struct FormerReaction {
        let sender: String
        /// Packed.
        let emojis: String
    }

    /// `nil`: the act is no reaction.
    func formerReaction(_ act: Act, on subject: ActSubject) throws(StoreError) -> FormerReaction? {
        guard case .react = act.kind else { return nil }
        let sender = act.actor(in: subject.place)
        return FormerReaction(sender: sender, emojis: try reaction(of: sender, to: subject.id)?.emojis ?? "")
    }

    /// Keeps beside the errand what its reaction replaced.
    func remember(_ former: FormerReaction, of errand: EntryID) throws(StoreError) {
        let statement = try connection.prepare(
            "UPDATE errand SET act = json_set(act, '$.before', ?, '$.sender', ?) WHERE id = ?")
        statement.bind(1, former.emojis)
        statement.bind(2, former.sender)
        statement.bind(3, errand.number)
        try statement.run()
    }

    /// A reaction that was refused is not shown any more (XEP-0444 §3.3), one that is tried again is; false: nothing
    /// changed, as when something else was said since.
    func settleReaction(_ errand: EntryID, on entry: EntryID, _ state: EntryState) throws(StoreError) -> Bool {
        let sql: StaticString
        switch state {
        case .failed:
            try forget(refused: errand, on: entry)
            sql = """
                UPDATE entry_reaction SET emojis = e.act ->> 'before' FROM errand e
                WHERE e.id = ?1 AND entry_reaction.entry = ?2 AND entry_reaction.sender = e.act ->> 'sender'
                    AND entry_reaction.emojis = e.act ->> 'emojis'
                """
        case .queued:
            sql = """
                UPDATE entry_reaction SET emojis = e.act ->> 'emojis' FROM errand e
                WHERE e.id = ?1 AND entry_reaction.entry = ?2 AND entry_reaction.sender = e.act ->> 'sender'
                    AND entry_reaction.emojis = e.act ->> 'before'
                """
        case .held, .sent, .onServer, .delivered, .displayed: return false
        }
        let statement = try connection.prepare(sql)
        statement.bind(1, errand.number)
        statement.bind(2, entry.number)
        try statement.run()
        return connection.changes > 0
    }

    /// What came after a refused reaction replaced what was before it.
    private func forget(refused errand: EntryID, on entry: EntryID) throws(StoreError) {
        let statement = try connection.prepare(
            """
            UPDATE errand SET act = json_set(errand.act, '$.before', e.act ->> 'before') FROM errand e
            WHERE e.id = ?1 AND errand.entry = ?2 AND errand.id > ?1
                AND errand.act ->> 'before' = e.act ->> 'emojis' AND errand.act ->> 'sender' = e.act ->> 'sender'
            """)
        statement.bind(1, errand.number)
        statement.bind(2, entry.number)
        try statement.run()
    }

    /// Doubles in a set are ignored (XEP-0444 §4).
    private func unique(_ emojis: [String]) -> [String] {
        var seen: Set<String> = []
        return emojis.filter { !$0.isEmpty && seen.insert($0).inserted }
    }

    private func reaction(of sender: String, to entry: EntryID) throws(StoreError) -> (emojis: String, time: Int64)? {
        let statement = try connection.prepare("SELECT emojis, time FROM entry_reaction WHERE entry = ? AND sender = ?")
        defer { statement.reset() }
        statement.bind(1, entry.number)
        statement.bind(2, sender)
        return try statement.step() ? (statement.text(0), statement.integer(1)) : nil
    }

    private func reactions(to entry: EntryID) throws(StoreError) -> Int {
        let statement = try connection.prepare("SELECT count(*) FROM entry_reaction WHERE entry = ?")
        defer { statement.reset() }
        statement.bind(1, entry.number)
        return try statement.step() ? Int(clamping: statement.integer(0)) : 0
    }
}
