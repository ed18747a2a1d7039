public import Domain
import Store
public import XMPPAddresses

extension AccountService {
    /// The conversation with an address; made when there was none.
    public func conversation(with peer: BareJID) async throws(BackendError) -> Conversation {
        do throws(StoreError) {
            if let known = try await surroundings.store.conversation(of: id, with: peer) { return known }
            try await commit([.openConversation(id, peer: peer, .chat)])
            if let made = try await surroundings.store.conversation(of: id, with: peer) { return made }
        } catch {
            throw BackendError(error)
        }
        throw BackendError(name: "StorageFailed", sentence: "The conversation was not stored.")
    }
}
