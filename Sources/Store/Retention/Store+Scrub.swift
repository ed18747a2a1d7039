import GRDB
import Glibc

extension Store {
    /// Removes what deleted texts left behind: their words in the search index, their pages in the log, and the copies
    /// made before migrations.  Goes in bites; quick when there is nothing to do.
    public func scrub() async throws(StoreError) {
        while try await commit(Batch([.sweepSearch(pages: 200)])).outcomes.first == .done {}
        let result: Result<Void, StoreError> = await withCheckedContinuation { answer in
            writing.run { [database] in
                do {
                    try database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
                    answer.resume(returning: .success(()))
                } catch {
                    answer.resume(returning: .failure(StoreError(error)))
                }
            }
        }
        try result.get()
        removeCopies()
    }

    private func removeCopies() {
        guard let path = (database as? DatabasePool)?.path else { return }
        for version in 1..<Migration.all.count { unlink("\(path).version-\(version).backup") }
    }
}
