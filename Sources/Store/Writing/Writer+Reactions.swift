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
