import Domain

/// The rows of own acts in the outbox.
extension Writer {
    /// Errands of one account that are remembered after the server has them, so that an error or a copy that comes
    /// later finds them.
    static let errandBound: Int64 = 200

    private struct Standing {
        let state: EntryState
        let account: AccountID
        let accountRow: Int64
        let conversation: ConversationID
        let entry: EntryID
        let act: String
    }

    func insert(_ errand: Errand, _ account: Int64, to recipient: String) throws(StoreError) {
        let statement = try connection.prepare(
            """
            INSERT INTO errand (id, account, conversation, entry, act, recipient, target, message_id, kind, thread,
                thread_parent, made_at, state, attempts)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
            """)
        statement.bind(1, errand.id.number)
        statement.bind(2, account)
        statement.bind(3, errand.conversation.number)
        statement.bind(4, errand.entry.number)
        statement.bind(5, errand.act.json)
        statement.bind(6, recipient)
        statement.bind(7, errand.target)
        statement.bind(8, errand.messageID)
        statement.bind(9, EntryCodes.code(errand.kind))
        statement.bind(10, errand.thread)
        statement.bind(11, errand.threadParent)
        statement.bind(12, errand.madeAt.microseconds)
        statement.bind(13, EntryCodes.code(errand.state))
        try statement.run()
    }

    /// Moves an errand on and announces it; from `on-server` on it is only remembered.
    func setErrandState(_ id: EntryID, _ state: EntryState) throws(StoreError) -> Outcome {
        guard let standing = try standing(ofErrand: id), standing.state.mayBecome(state), standing.state != state
        else { return .unchanged }
        switch state {
        case .delivered, .displayed: return .unchanged
        case .queued, .held, .sent, .onServer, .failed: break
        }
        let statement = try connection.prepare(
            """
            UPDATE errand SET state = ?2, reason_code = ?3, reason_text = ?4, sequence = iif(?2 = 2, sequence, NULL),
                attempts = iif(state = 2, max(attempts, 1), attempts) WHERE id = ?1
            """)
        statement.bind(1, id.number)
        statement.bind(2, EntryCodes.code(state))
        statement.bind(3, state.reason?.code)
        statement.bind(4, state.reason?.sentence)
        try statement.run()
        if state == .onServer { try forgetOldErrands(of: standing.accountRow) }
        try settleBit(of: standing.entry)
        try announce(
            .actState, standing.account, standing.conversation, standing.entry,
            payload: EventPayload.state(of: standing.act, id, on: standing.entry, state))
        if standing.act == "react", try settleReaction(id, on: standing.entry, state) {
            try announceChange(of: standing.entry, standing.act)
        }
        return .moved(id, standing.conversation)
    }

    /// The errand whose stanza has this id.
    func errand(named messageID: String, in conversation: ConversationID) throws(StoreError) -> EntryID? {
        let statement = try connection.prepare("SELECT id FROM errand WHERE conversation = ? AND message_id = ?")
        defer { statement.reset() }
        statement.bind(1, conversation.number)
        statement.bind(2, messageID)
        return try statement.step() ? EntryID(number: statement.integer(0)) : nil
    }

    /// Of what was not written yet, or failed, the latest of a kind is enough.
    func dropUnwritten(_ act: Act.Kind, of entry: EntryID) throws(StoreError) {
        let statement = try connection.prepare(
            """
            DELETE FROM errand WHERE entry = ? AND act ->> 'kind' = ?
                AND (attempts = 0 AND state IN (0, 1) OR state = 6)
            """)
        statement.bind(1, entry.number)
        statement.bind(2, act.name)
        try statement.run()
    }

    /// What was to be said about an entry is not to be said any more.
    func dropErrands(of entry: EntryID) throws(StoreError) {
        let statement = try connection.prepare("DELETE FROM errand WHERE entry = ?")
        statement.bind(1, entry.number)
        try statement.run()
        if connection.changes > 0 { try settleBit(of: entry) }
    }

    func writtenErrands(of account: Int64) throws(StoreError) -> [EntryID] {
        let statement = try connection.prepare(
            "SELECT id FROM errand WHERE account = ? AND state <> 3 AND (sequence IS NOT NULL OR state = 2) ORDER BY id"
        )
        defer { statement.reset() }
        statement.bind(1, account)
        var errands: [EntryID] = []
        while try statement.step() { errands.append(EntryID(number: statement.integer(0))) }
        return errands
    }

    private func standing(ofErrand id: EntryID) throws(StoreError) -> Standing? {
        let statement = try connection.prepare(
            """
            SELECT o.state, o.reason_code, o.reason_text, a.name, o.account, o.conversation, o.entry, o.act ->> 'kind'
            FROM errand o JOIN account a ON a.id = o.account WHERE o.id = ?
            """)
        defer { statement.reset() }
        statement.bind(1, id.number)
        guard try statement.step(), let account = AccountID(statement.text(3)) else { return nil }
        let state = EntryCodes.state(
            statement.integer(0), reasonCode: statement.optionalText(1), sentence: statement.optionalText(2))
        guard let state else { return nil }
        return Standing(
            state: state, account: account, accountRow: statement.integer(4),
            conversation: ConversationID(number: statement.integer(5)), entry: EntryID(number: statement.integer(6)),
            act: statement.text(7))
    }

    /// The bit says whether something about the entry has still to be told.
    private func settleBit(of entry: EntryID) throws(StoreError) {
        let statement = try connection.prepare(
            """
            UPDATE entry SET more = (more & ~?2)
                | iif(EXISTS (SELECT 1 FROM errand WHERE entry = ?1 AND state <> 3), ?2, 0) WHERE id = ?1
            """)
        statement.bind(1, entry.number)
        statement.bind(2, EntryBits.errands.rawValue)
        try statement.run()
    }

    private func forgetOldErrands(of account: Int64) throws(StoreError) {
        let statement = try connection.prepare(
            """
            DELETE FROM errand WHERE account = ?1 AND state = 3 AND id <= (
                SELECT id FROM errand WHERE account = ?1 AND state = 3 ORDER BY id DESC LIMIT 1 OFFSET ?2)
            """)
        statement.bind(1, account)
        statement.bind(2, Self.errandBound)
        try statement.run()
    }
}
