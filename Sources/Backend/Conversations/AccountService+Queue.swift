public import Domain
import Store

/// What waits to be sent.
extension AccountService {
    /// A page of what waits to be sent or acknowledged, messages and acts, oldest first.
    /// - Parameter row: id of the last one of the page before; `nil`: the first page.
    public func queue(after row: String?, limit: Int) async throws(BackendError) -> [OutboxRow] {
        var last: EntryID?
        if let row {
            guard let known = EntryID(row) else { throw .noSuchEntry(row) }
            last = known
        }
        do throws(StoreError) {
            return try await surroundings.store.queue(of: id, after: last, limit: limit)
        } catch {
            throw BackendError(error)
        }
    }
}
