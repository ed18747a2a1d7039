import Backend
import Domain
import JSONText
import Store
import XMPPAddresses

/// What a click on a notification does in the daemon.
extension Backend {
    /// Tells frontends that the user wants to see a conversation.
    func activate(_ id: ConversationID, _ token: String) async throws(BackendError) {
        let (_, conversation) = try await place(id)
        var json = JSONWriter()
        json.object {
            $0.member("conversation", id.description)
            $0.member("peer", conversation.peer.description)
            if !token.isEmpty { $0.member("token", token) }
        }
        let event = NewEvent(.activated, account: conversation.account, conversation: id, payload: json.text)
        try await store([.announce(event)])
    }

    func markRead(_ id: ConversationID, _ entry: EntryID) async throws(BackendError) {
        try await place(id).0.markRead(id, upTo: entry.description)
    }

    func reply(_ text: String, in id: ConversationID) async throws(BackendError) {
        let (service, conversation) = try await place(id)
        guard conversation.kind != .room else { throw .notSupported("Rooms cannot be answered from here yet.") }
        _ = try await service.send(Draft(texts: LanguageMap(text)), to: conversation.peer)
    }

    /// The account and the address of a request that still waits: what was answered elsewhere stays as it is.
    func request(_ account: AccountID, _ jid: String) async throws(BackendError) -> (AccountService, BareJID) {
        guard let service = self.account(account) else { throw .noSuchAccount(account.description) }
        let found = try await service.requests().first { $0.jid.description == jid }
        guard let found else { throw .noSuchRequest(jid) }
        return (service, found.jid)
    }

    private func place(_ id: ConversationID) async throws(BackendError) -> (AccountService, Conversation) {
        let found: Conversation?
        do throws(StoreError) { found = try await surroundings.store.conversation(id) } catch {
            throw BackendError(name: "StorageFailed", sentence: "The conversation cannot be read: \(error).")
        }
        guard let found, let service = account(found.account) else {
            throw BackendError(name: "NoSuchConversation", sentence: "There is no conversation \(id).")
        }
        return (service, found)
    }

    private func store(_ changes: [Change]) async throws(BackendError) {
        do throws(StoreError) { try await surroundings.store.commit(Batch(changes)) } catch {
            throw BackendError(name: "StorageFailed", sentence: "It cannot be stored: \(error).")
        }
    }
}
