public import Domain
public import Store

/// What waits to be sent, and what the user does about it.
extension AccountService {
    /// A page of what waits to be sent or acknowledged, oldest first.
    /// - Parameter entry: id of the last one of the page before; `nil`: the first page.
    public func queue(after entry: String?, limit: Int) async throws(BackendError) -> [QueuedEntry] {
        var last: EntryID?
        if let entry {
            guard let known = EntryID(entry) else { throw .noSuchEntry(entry) }
            last = known
        }
        do throws(StoreError) {
            return try await surroundings.store.queue(of: id, after: last, limit: limit)
        } catch {
            throw BackendError(error)
        }
    }

    /// Takes back a message that was not sent yet.
    public func cancel(_ text: String, in conversation: ConversationID) async throws(BackendError) {
        let entry = try await entry(text, in: conversation)
        // What the session has may be on the wire already.
        guard !handed.contains(entry.id), try await move(.cancel(entry.id)) else {
            throw .notAllowed(
                "\(entry.id) cannot be cancelled: it is \(entry.content.state?.name ?? "received"), or under way.")
        }
        await recount()
    }

    /// Queues a message again that failed or is held.
    public func retry(_ text: String, in conversation: ConversationID) async throws(BackendError) {
        let entry = try await entry(text, in: conversation)
        guard try await move(.retry(entry.id)) else {
            throw .notAllowed("\(entry.id) cannot be sent again: it is \(entry.content.state?.name ?? "received").")
        }
        await recount()
        await dispatch()
    }

    /// False where there was nothing to change.
    private func move(_ change: Change) async throws(BackendError) -> Bool {
        do throws(StoreError) {
            if case .moved? = try await commit([change]).outcomes.first { return true }
            return false
        } catch {
            throw BackendError(error)
        }
    }
}
