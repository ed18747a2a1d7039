import Domain

/// What was exported comes back.
extension Writer {
    /// Stores an entry unless it is here, with its former texts and what was done to it.
    func restore(_ restored: RestoredEntry) throws(StoreError) -> Outcome {
        let outcome = try add(restored.entry)
        guard case .added(let entry, _) = outcome else { return outcome }
        for version in restored.versions.prefix(Self.versionBound) { try insert(version, of: entry) }
        if !restored.versions.isEmpty { try addBits(.versions, to: entry) }
        if let marks = restored.marks { try restore(marks, of: entry) }
        return outcome
    }

    private func restore(_ marks: EntryMarks, of entry: EntryID) throws(StoreError) {
        if let time = marks.correctedAt { try setMark("corrected_at", time, of: entry) }
        if let time = marks.pinnedAt { try setMark("pinned_at", time, of: entry) }
        if let retraction = marks.retraction {
            try setMark("retracted_at", retraction.time, of: entry)
            let statement = try connection.prepare(
                "UPDATE entry_mark SET retracted_by = ?, reason = ? WHERE entry = ?")
            statement.bind(1, retraction.by)
            statement.bind(2, retraction.reason)
            statement.bind(3, entry.number)
            try statement.run()
            try addBits(.retracted, to: entry)
        }
        guard !marks.reactions.isEmpty else { return }
        for reaction in marks.reactions.prefix(Self.reactionBound) {
            let statement = try connection.prepare(
                "INSERT OR REPLACE INTO entry_reaction (entry, sender, emojis, time) VALUES (?, ?, ?, ?)")
            statement.bind(1, entry.number)
            statement.bind(2, reaction.sender)
            statement.bind(3, PackedText.pack(reaction.emojis))
            statement.bind(4, reaction.time.microseconds)
            try statement.run()
        }
        try addBits(.reactions, to: entry)
    }

    /// One event for all that a batch brought back into a conversation.
    func announceImport(_ count: Int64, into conversation: ConversationID) throws(StoreError) {
        guard let found = try Reader(connection).conversation(conversation) else { return }
        try announce(
            .messagesImported, found.account, conversation, payload: EventPayload.imported(found, count: count))
    }
}
