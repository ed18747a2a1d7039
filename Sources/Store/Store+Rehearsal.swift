import GRDB
import Synchronization

extension Store {
    /// What `commit` would return for a batch; nothing is stored, and no observer hears of it.
    /// - Throws: as `commit`.
    public func rehearse(_ batch: Batch) async throws(StoreError) -> Committed {
        let result: Result<Committed, StoreError> = await withCheckedContinuation { answer in
            writing.run {
                self.database.writeWithoutTransaction { _ in
                    let result = self.writer.withLock { $0?.rehearse(batch) }
                    answer.resume(returning: result ?? .failure(StoreError(.closed, "the store is closed")))
                }
            }
        }
        return try result.get()
    }
}
