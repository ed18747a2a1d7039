public import Domain
public import Store

/// What waits to be sent.
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
}
