import Domain
import Store
import XMPPAddresses

let juliet = AccountID("juliet01") ?? AccountID(random: 0)
let nurse = AccountID("nurse001") ?? AccountID(random: 1)

func address(_ text: String) throws -> BareJID {
    try BareJID(text)
}

func account(_ id: AccountID = juliet, _ jid: String = "juliet@capulet.example") throws -> Account {
    Account(id: id, jid: try address(jid))
}

/// A message to or from Romeo.
func message(
    _ text: String, at time: Int64 = 1, to account: AccountID = juliet, peer: String = "romeo@montague.example",
    _ direction: EntryDirection = .incoming, kind: Conversation.Kind = .chat, twin: NewEntry.Twin = .byArchive,
    _ change: (inout EntryContent) -> Void = { _ in }
) throws -> NewEntry {
    var content = EntryContent(
        direction: direction, kind: kind == .room ? .groupchat : .chat, author: peer + "/orchard",
        sentAt: Timestamp(microseconds: time), receivedAt: Timestamp(microseconds: time), texts: LanguageMap(text))
    change(&content)
    return NewEntry(account: account, peer: try address(peer), conversationKind: kind, content: content, twin: twin)
}

extension Store {
    /// In memory, with Juliet's account in it.
    static func withAccount(clock: TestClock = TestClock()) async throws -> Store {
        let store = try Store.inMemory(clock: clock.read)
        _ = try await store.commit(.addAccount(account(), StoredLogin()))
        return store
    }

    func commit(_ changes: Change...) async throws -> Committed {
        try await commit(Batch(changes))
    }

    /// Stores a message and gives its entry.
    func addEntry(_ new: NewEntry) async throws -> Entry? {
        guard let id = try await commit(.add(new)).added.first else { return nil }
        return try await entry(id)
    }

    /// Queues a message to be sent.
    func sendEntry(_ new: NewEntry) async throws -> EntryID {
        let committed = try await commit(.send(new, to: new.peer.description, sealedStanza: nil))
        guard let id = committed.added.first else { throw StoreError(.failed, "not added") }
        return id
    }
}
