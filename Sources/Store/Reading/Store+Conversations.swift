public import Domain
public import XMPPAddresses

extension Store {
    /// All conversations of all accounts, or of one, in the order in which they were opened.
    public func conversations(of account: AccountID? = nil) async throws(StoreError) -> [Conversation] {
        try await read { (reader) throws(StoreError) in
            try reader.all(
                "\(Reader.conversation) WHERE ?1 IS NULL OR a.name = ?1 ORDER BY c.id",
                { $0.bind(1, account?.description) }, { (row) throws(StoreError) in try reader.conversation(row) })
        }
    }

    /// The conversation with an id; `nil`: there is none.
    public func conversation(_ id: ConversationID) async throws(StoreError) -> Conversation? {
        try await read { (reader) throws(StoreError) in try reader.conversation(id) }
    }

    /// The conversation with a peer; `nil`: there is none.
    public func conversation(of account: AccountID, with peer: BareJID) async throws(StoreError) -> Conversation? {
        try await read { (reader) throws(StoreError) in
            try reader.first(
                "\(Reader.conversation) WHERE a.name = ? AND c.peer = ?",
                {
                    $0.bind(1, account.description)
                    $0.bind(2, peer.description)
                },
                { (row) throws(StoreError) in try reader.conversation(row) })
        }
    }
}

extension Store {
    /// Those whose reading is known, in the order of their names.
    public func readers(of conversation: ConversationID) async throws(StoreError) -> [ConversationReader] {
        try await read { (reader) throws(StoreError) in
            try reader.all(
                """
                SELECT r.reader, r.entry, r.time, e.stanza_id, e.stanza_by
                FROM conversation_reader r LEFT JOIN entry e ON e.id = r.entry
                WHERE r.conversation = ? ORDER BY r.reader
                """, { $0.bind(1, conversation.number) },
                { row in
                    ConversationReader(
                        reader: row.text(0),
                        place: ConversationState.Place(
                            entry: EntryID(number: row.integer(1)), time: Timestamp(microseconds: row.integer(2)),
                            archiveID: row.optionalText(3).map { StanzaReference(id: $0, by: row.text(4)) }))
                })
        }
    }
}

extension Reader {
    fileprivate static let conversation = """
        SELECT c.id, a.name, c.peer, c.kind, (SELECT max(sent_at) FROM entry e WHERE e.conversation = c.id),
            c.open, c.unread, c.mentions, c.read_entry, c.read_at, r.stanza_id, r.stanza_by, c.draft, c.mute,
            c.mute_until, c.pinned,
            (SELECT ifnull(t.seconds, 0) FROM retention_rule t WHERE t.conversation = c.id)
        FROM conversation c JOIN account a ON a.id = c.account LEFT JOIN entry r ON r.id = c.read_entry
        """

    func conversation(_ id: ConversationID) throws(StoreError) -> Conversation? {
        try first(
            "\(Reader.conversation) WHERE c.id = ?", { $0.bind(1, id.number) },
            { (row) throws(StoreError) in try conversation(row) })
    }

    fileprivate func conversation(_ row: SQLStatement) throws(StoreError) -> Conversation {
        Conversation(
            id: ConversationID(number: row.integer(0)), account: try account(row.text(1)),
            peer: try address(row.text(2)), kind: Conversation.Kind(rawValue: row.text(3)) ?? .chat,
            latest: row.optionalInteger(4).map { Timestamp(microseconds: $0) },
            state: ConversationState(
                isOpen: row.bool(5), unread: Int(clamping: row.integer(6)), mentions: Int(clamping: row.integer(7)),
                read: readPlace(row), draft: ConversationState.Draft(stored: row.optionalText(12)),
                mute: mute(row), isPinned: row.bool(15),
                retention: row.optionalInteger(16).map { RetentionPeriod(number: UInt32(clamping: $0)) }))
    }

    private func readPlace(_ row: SQLStatement) -> ConversationState.Place? {
        guard let entry = row.optionalInteger(8) else { return nil }
        return ConversationState.Place(
            entry: EntryID(number: entry), time: Timestamp(microseconds: row.integer(9)),
            archiveID: row.optionalText(10).map { StanzaReference(id: $0, by: row.text(11)) })
    }

    private func mute(_ row: SQLStatement) -> ConversationState.Mute? {
        guard let level = ConversationState.Mute.Level(rawValue: row.text(13)) else { return nil }
        return ConversationState.Mute(
            level: level, until: row.optionalInteger(14).map { Timestamp(microseconds: $0) })
    }
}
