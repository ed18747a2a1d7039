import Domain
import XMPPAddresses

extension Writer {
    /// The row of an account.
    func row(of account: AccountID) throws(StoreError) -> Int64 {
        if let row = memory.accounts[account] { return row }
        let statement = try connection.prepare("SELECT id FROM account WHERE name = ?")
        defer { statement.reset() }
        statement.bind(1, account.description)
        guard try statement.step() else { throw StoreError(.noSuchAccount, "no account \(account)") }
        let row = statement.integer(0)
        memory.accounts[account] = row
        return row
    }

    func openConversation(
        _ account: AccountID, _ peer: BareJID, _ kind: Conversation.Kind
    ) throws(StoreError) -> Outcome {
        let before = memory.sequence?.conversation
        let place = try conversation(account, peer, kind)
        if place.kind != kind { return try change(place, of: account, peer, to: kind) }
        return memory.sequence?.conversation == before ? .unchanged : .opened(place.id)
    }

    /// The conversation with a peer, opened and announced when it is not there.
    func conversation(
        _ account: AccountID, _ peer: BareJID, _ kind: Conversation.Kind
    ) throws(StoreError) -> WriterMemory.KnownConversation {
        let place = WriterMemory.Place(account: try row(of: account), peer: peer)
        if let known = memory.conversations[place] { return known }
        let found = try find(place)
        let known = if let found { found } else { try open(place, of: account, kind) }
        memory.remember(known, at: place)
        return known
    }

    /// The conversation with a peer, if there is one.
    func find(_ place: WriterMemory.Place) throws(StoreError) -> WriterMemory.KnownConversation? {
        if let known = memory.conversations[place] { return known }
        let peer = place.peer.description
        let statement = try connection.prepare("SELECT id, kind FROM conversation WHERE account = ? AND peer = ?")
        defer { statement.reset() }
        statement.bind(1, place.account)
        statement.bind(2, peer)
        guard try statement.step() else { return nil }
        return WriterMemory.KnownConversation(
            id: ConversationID(number: statement.integer(0)),
            kind: Conversation.Kind(rawValue: statement.text(1)) ?? .chat, peer: peer)
    }

    private func open(
        _ place: WriterMemory.Place, of account: AccountID, _ kind: Conversation.Kind
    ) throws(StoreError) -> WriterMemory.KnownConversation {
        let id = ConversationID(number: next(\.conversation))
        let peer = place.peer.description
        let statement = try connection.prepare(
            "INSERT INTO conversation (id, account, peer, kind) VALUES (?, ?, ?, ?)")
        statement.bind(1, id.number)
        statement.bind(2, place.account)
        statement.bind(3, peer)
        statement.bind(4, kind.rawValue)
        try statement.run()
        try announce(.conversation, account, id, payload: EventPayload.conversation(id, peer: peer, kind))
        opened.append(Conversation(id: id, account: account, peer: place.peer, kind: kind))
        return WriterMemory.KnownConversation(id: id, kind: kind, peer: peer)
    }

    private func change(
        _ known: WriterMemory.KnownConversation, of account: AccountID, _ peer: BareJID, to kind: Conversation.Kind
    ) throws(StoreError) -> Outcome {
        let statement = try connection.prepare("UPDATE conversation SET kind = ? WHERE id = ?")
        statement.bind(1, kind.rawValue)
        statement.bind(2, known.id.number)
        try statement.run()
        let place = WriterMemory.Place(account: try row(of: account), peer: peer)
        memory.remember(.init(id: known.id, kind: kind, peer: known.peer), at: place)
        let payload = EventPayload.conversation(known.id, peer: known.peer, kind)
        try announce(.conversation, account, known.id, payload: payload)
        return .done
    }
}
