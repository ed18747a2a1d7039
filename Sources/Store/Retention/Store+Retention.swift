public import Domain

extension Store {
    /// The rule for exactly this; `nil`: none was made.
    public func retention(_ scope: RetentionScope) async throws(StoreError) -> RetentionPeriod? {
        try await read { (reader) throws(StoreError) in
            let seconds = try reader.first(
                """
                SELECT r.seconds FROM retention_rule r LEFT JOIN account a ON a.id = r.account
                WHERE a.name IS ?1 AND r.conversation IS ?2
                """,
                { statement in
                    switch scope {
                    case .global: break
                    case .account(let id): statement.bind(1, id.description)
                    case .conversation(let id): statement.bind(2, id.number)
                    }
                }, { $0.optionalInteger(0) })
            return seconds.map { $0.map { .seconds(UInt32(clamping: $0)) } ?? .forever }
        }
    }

    /// How long entries of a conversation are kept, by the narrowest rule; `.forever` where there is none.
    public func retention(in conversation: ConversationID) async throws(StoreError) -> RetentionPeriod {
        try await read { (reader) throws(StoreError) in
            let ruled = try reader.ruledConversations().first { $0.0 == conversation }
            return ruled.map { .seconds(UInt32(clamping: $0.1)) } ?? .forever
        }
    }

    /// When something is to be deleted next, by a rule or by a sender's timer; `nil`: never, as things are.
    ///
    /// To be asked again after every commit that adds entries where there were none, or changes rules.
    public func nextPurge() async throws(StoreError) -> Timestamp? {
        try await read { (reader) throws(StoreError) in
            let expiry = try reader.first(
                "SELECT min(due_at) FROM entry_expiry WHERE due_at IS NOT NULL", { _ in }, { $0.optionalInteger(0) })
            var times = [expiry ?? nil].compactMap { $0 }.map { Timestamp(microseconds: $0) }
            let waiting = try reader.first(
                "SELECT min(received_at) FROM pending_act", { _ in }, { $0.optionalInteger(0) })
            if let waiting = waiting ?? nil {
                times.append(Timestamp(microseconds: waiting).advanced(byMicroseconds: Writer.waitingTime))
            }
            for (conversation, seconds) in try reader.ruledConversations() {
                let oldest = [try reader.oldest(of: conversation), try reader.oldestAct(of: conversation)]
                guard let oldest = oldest.compactMap({ $0 }).min() else { continue }
                times.append(oldest.advanced(byMicroseconds: seconds * 1_000_000))
            }
            return times.min()
        }
    }

    /// Deletes what is due in bites until nothing is; returns how many entries, and acts that waited for theirs, went.
    @discardableResult
    public func purgeDue() async throws(StoreError) -> Int {
        try await inBites(.purgeDue(limit: Writer.purgeBound))
    }

    /// Deletes the entries of a conversation that stand before a time, in bites; returns how many went.
    @discardableResult
    public func purge(_ conversation: ConversationID, before time: Timestamp) async throws(StoreError) -> Int {
        try await inBites(.purge(conversation, before: time, limit: Writer.purgeBound))
    }

    /// Deletes all entries of a conversation, in bites; returns how many went.
    ///
    /// What waits in the outbox stays.  An archive may still bring what is yet to be written.
    /// - Parameter now: what stands after it, by a stamp that runs ahead, is deleted entry by entry.
    @discardableResult
    public func purgeAll(of conversation: ConversationID, now: Timestamp) async throws(StoreError) -> Int {
        var count = try await purge(conversation, before: now.advanced(byMicroseconds: 1))
        var cursor = HistoryCursor.beginning
        while true {
            let page = try await history(of: conversation, .after(cursor), limit: Writer.purgeBound)
            let waiting: Set<String> = ["queued", "held", "sent"]
            let gone = page.entries.filter { !waiting.contains($0.content.state?.name ?? "") }.map(\.id)
            if !gone.isEmpty, case .removed(let removed)? = try await commit(Batch([.delete(gone)])).outcomes.first {
                count += removed
            }
            guard let next = page.after else { return count }
            cursor = next
        }
    }

    private func inBites(_ change: Change) async throws(StoreError) -> Int {
        var count = 0
        while true {
            let outcome = try await commit(Batch([change])).outcomes.first
            guard case .removed(let removed)? = outcome, removed > 0 else { return count }
            count += removed
        }
    }
}

extension Reader {
    /// The conversations with a rule that ends, and its seconds.
    func ruledConversations() throws(StoreError) -> [(ConversationID, Int64)] {
        let isRuled = try first("SELECT 1 FROM retention_rule LIMIT 1", { _ in }, { _ in true }) ?? false
        guard isRuled else { return [] }
        return try all(
            """
            SELECT c.id, (SELECT ifnull(r.seconds, 0) FROM retention_rule r
                WHERE r.conversation = c.id OR (r.conversation IS NULL AND r.account = c.account)
                    OR (r.conversation IS NULL AND r.account IS NULL)
                ORDER BY r.conversation IS NULL, r.account IS NULL LIMIT 1) AS seconds
            FROM conversation c WHERE seconds > 0 ORDER BY c.id
            """, { _ in }, { (ConversationID(number: $0.integer(0)), $0.integer(1)) })
    }

    /// When the oldest act was done, or came, that waits for its entry there.
    func oldestAct(of conversation: ConversationID) throws(StoreError) -> Timestamp? {
        try first(
            """
            SELECT min(min(p.time, p.received_at)) FROM pending_act p JOIN conversation c
                ON c.account = p.account AND c.peer = p.peer WHERE c.id = ?
            """, { $0.bind(1, conversation.number) }, { $0.optionalInteger(0).map { Timestamp(microseconds: $0) } })
            ?? nil
    }

    func hasEntries(of conversation: ConversationID, before time: Timestamp) throws(StoreError) -> Bool {
        try oldest(of: conversation).map { $0 < time } ?? false
    }

    /// What waits in the outbox does not count.
    func oldest(of conversation: ConversationID) throws(StoreError) -> Timestamp? {
        try first(
            """
            SELECT sent_at FROM entry WHERE conversation = ? AND id NOT IN (SELECT entry FROM outbox)
            ORDER BY sent_at, id LIMIT 1
            """, { $0.bind(1, conversation.number) }, { Timestamp(microseconds: $0.integer(0)) })
    }
}
