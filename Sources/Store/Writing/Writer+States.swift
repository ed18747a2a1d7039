import Domain
import XMPPAddresses

extension Writer {
    /// What must be known of an entry to move it on.
    private struct Standing {
        let state: EntryState
        let conversation: ConversationID
        let account: AccountID
        let accountRow: Int64
        let recipient: String
    }

    /// Moves an outgoing entry, or an errand, on and announces it.
    func setState(_ entry: EntryID, _ state: EntryState) throws(StoreError) -> Outcome {
        guard let standing = try standing(of: entry) else { return try setErrandState(entry, state) }
        guard standing.state.mayBecome(state), standing.state != state else { return .unchanged }
        try write(state, of: entry)
        switch state {
        case .queued:
            let isNew = standing.state.reason?.code == Reason.cancelled.code
            try queue(entry, standing.accountRow, standing.recipient, attempts: isNew ? 0 : 1)
        case .held, .sent: break
        case .onServer, .delivered, .displayed, .failed: try unqueue(entry)
        }
        try announce(
            .messageState, standing.account, standing.conversation, entry, payload: EventPayload.state(entry, state))
        return .moved(entry, standing.conversation)
    }

    func setState(
        _ account: AccountID, peer: BareJID, messageID: String, _ state: EntryState
    ) throws(StoreError) -> Outcome {
        let place = WriterMemory.Place(account: try row(of: account), peer: peer)
        guard let conversation = try find(place) else { return .unchanged }
        if let entry = try outgoing(messageID, in: conversation.id) { return try setState(entry, state) }
        guard let errand = try errand(named: messageID, in: conversation.id) else { return .unchanged }
        return try setErrandState(errand, state)
    }

    func outgoing(_ id: String, in conversation: ConversationID) throws(StoreError) -> EntryID? {
        for sql: StaticString in [
            """
            SELECT id FROM entry WHERE conversation = ? AND message_id = ? AND direction = 1 ORDER BY id DESC LIMIT 1
            """,
            """
            SELECT id FROM entry WHERE conversation = ? AND origin_id = ? AND origin_id IS NOT NULL
                AND origin_id IS NOT message_id AND direction = 1 ORDER BY id DESC LIMIT 1
            """,
        ] {
            let statement = try connection.prepare(sql)
            defer { statement.reset() }
            statement.bind(1, conversation.number)
            statement.bind(2, id)
            if try statement.step() { return EntryID(number: statement.integer(0)) }
        }
        return nil
    }

    private func write(_ state: EntryState, of entry: EntryID) throws(StoreError) {
        let statement = try connection.prepare(
            "UPDATE entry SET state = ?, reason_code = ?, reason_text = ? WHERE id = ?")
        statement.bind(1, EntryCodes.code(state))
        statement.bind(2, state.reason?.code)
        statement.bind(3, state.reason?.sentence)
        statement.bind(4, entry.number)
        try statement.run()
    }

    private func standing(of entry: EntryID) throws(StoreError) -> Standing? {
        let statement = try connection.prepare(
            """
            SELECT e.state, e.reason_code, e.reason_text, c.id, a.name, a.id, ifnull(e.recipient, c.peer)
            FROM entry e JOIN conversation c ON c.id = e.conversation JOIN account a ON a.id = c.account
            WHERE e.id = ? AND e.direction = 1
            """)
        defer { statement.reset() }
        statement.bind(1, entry.number)
        guard try statement.step(), let account = AccountID(statement.text(4)) else { return nil }
        let state = EntryCodes.state(
            statement.optionalInteger(0), reasonCode: statement.optionalText(1), sentence: statement.optionalText(2))
        guard let state else { return nil }
        return Standing(
            state: state, conversation: ConversationID(number: statement.integer(3)), account: account,
            accountRow: statement.integer(5), recipient: statement.text(6))
    }
}
