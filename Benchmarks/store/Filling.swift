import Domain
import Store
import XMPPAddresses

/// A store with very many entries, made through batches as the daemon makes them.
struct Filling {
    static let account = AccountID(random: 1)
    /// The conversation all of whose entries are older than anybody else's.
    static let oldest = ConversationID(number: 1)
    /// One whose entries are spread over all the time there is.
    static let spread = ConversationID(number: 2)
    /// Entries of the oldest conversation.
    private static let oldEntries = 500
    private static let conversations = 1_000
    private static let batchSize = 5_000

    let count: Int

    func fill(_ store: Store) async throws {
        let jid = try BareJID("juliet@bench.example")
        try await store.commit(
            Batch([.addAccount(Account(id: Self.account, jid: jid, isEnabled: false), StoredLogin())]))
        let peers = try (0..<Self.conversations).map { try BareJID("peer\($0)@bench.example") }
        var words = Vocabulary()
        for first in stride(from: 0, to: count, by: Self.batchSize) {
            let changes = (first..<min(first + Self.batchSize, count)).map { number in
                let peer = number < Self.oldEntries ? 0 : 1 + number % (Self.conversations - 1)
                return Change.add(entry(number, peers[peer], &words))
            }
            try await store.commit(Batch(changes))
        }
    }

    private func entry(_ number: Int, _ peer: BareJID, _ words: inout Vocabulary) -> NewEntry {
        let time = Timestamp(microseconds: 1_500_000_000_000_000 + Int64(number) * 60_000_000)
        return NewEntry(
            account: Self.account, peer: peer,
            content: EntryContent(
                direction: .incoming, kind: .chat, author: "\(peer)/bench", sentAt: time, receivedAt: time,
                texts: LanguageMap(words.text()), messageID: "message-\(number)",
                stanzaIDs: [StanzaReference(id: "archive-\(number)", by: "juliet@bench.example")]))
    }
}
