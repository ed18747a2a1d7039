import Domain
import JSONText

extension Writer {
    /// Bytes of a draft at most; what is longer is cut.
    static let draftBound = 65_536

    func change(_ conversation: ConversationID, _ change: ConversationChange) throws(StoreError) -> Outcome {
        switch change {
        case .read(let entry): return try read(conversation, upTo: entry)
        case .setOpen(let isOpen):
            let statement = try connection.prepare("UPDATE conversation SET open = ?2 WHERE id = ?1 AND open <> ?2")
            statement.bind(2, isOpen)
            return try run(statement, on: conversation)
        case .setPinned(let isPinned):
            let statement = try connection.prepare(
                "UPDATE conversation SET pinned = ?2 WHERE id = ?1 AND pinned <> ?2")
            statement.bind(2, isPinned)
            return try run(statement, on: conversation)
        case .setMute(let mute):
            let statement = try connection.prepare(
                """
                UPDATE conversation SET mute = ?2, mute_until = ?3
                WHERE id = ?1 AND (mute IS NOT ?2 OR mute_until IS NOT ?3)
                """)
            statement.bind(2, mute?.level.rawValue)
            statement.bind(3, mute?.until?.microseconds)
            return try run(statement, on: conversation)
        case .setDraft(let draft):
            let statement = try connection.prepare(
                "UPDATE conversation SET draft = ?2 WHERE id = ?1 AND draft IS NOT ?2")
            statement.bind(2, draft?.bounded(to: Self.draftBound).json)
            return try run(statement, on: conversation)
        }
    }

    private func run(_ statement: SQLStatement, on conversation: ConversationID) throws(StoreError) -> Outcome {
        statement.bind(1, conversation.number)
        try statement.run()
        guard connection.changes > 0 else { return .unchanged }
        touched[conversation, default: ConversationTouch()].isChanged = true
        return .done
    }

    /// Notes that the user has read up to an entry of the conversation.
    func read(_ conversation: ConversationID, upTo entry: EntryID) throws(StoreError) -> Outcome {
        guard let place = try place(of: entry, in: conversation) else { return .unchanged }
        if let read = try readPlace(of: conversation), place <= read { return .unchanged }
        touched[conversation, default: ConversationTouch()].read(upTo: place)
        touched[conversation]?.isChanged = true
        return .done
    }

    /// Where an entry stands; `nil`: not in this conversation.
    func place(of entry: EntryID, in conversation: ConversationID) throws(StoreError) -> ConversationTouch.Place? {
        let statement = try connection.prepare("SELECT sent_at FROM entry WHERE id = ? AND conversation = ?")
        defer { statement.reset() }
        statement.bind(1, entry.number)
        statement.bind(2, conversation.number)
        guard try statement.step() else { return nil }
        return ConversationTouch.Place(time: statement.integer(0), entry: entry.number)
    }

    /// The log keeps it as a reference only, so that a draft that is thrown away is nowhere any more.
    func announceState(of conversation: ConversationID) throws(StoreError) {
        guard let state = try Reader(connection).conversation(conversation) else { return }
        changed.append(state)
        try announce(state)
    }
}
