import Domain
import Store
import XMPPAddresses

extension AccountService {
    /// A message with the timer that its chat asks for: the other side is to delete it when it goes here
    /// (XEP-0466 §3.2).
    ///
    /// Only where the user has set a time for this chat.  It is a request: nobody can be made to delete what they have.
    func timed(_ content: EntryContent, to peer: BareJID) async throws(BackendError) -> EntryContent {
        guard content.kind == .chat || content.kind == .normal, content.details?.lifetime == nil else { return content }
        let period: RetentionPeriod?
        do throws(StoreError) {
            guard let conversation = try await surroundings.store.conversation(of: id, with: peer),
                conversation.kind == .chat
            else { return content }
            period = conversation.state.retention
        } catch {
            throw BackendError(error)
        }
        guard case .seconds(let seconds)? = period else { return content }
        var timed = content
        var details = content.details ?? EntryDetails()
        details.lifetime = seconds
        timed.details = details
        return timed
    }
}
