import Domain
import Logging
import Store

/// What becomes of the account stands in the event log, for programs that read nothing else.
///
/// One event for each change that lasts longer than it takes to store it.  It goes along with whatever is stored next,
/// or by itself; nobody waits for it.
extension AccountService {
    private var status: AccountStatus { AccountStatus(state: state, problem: problem, archive: archive.status) }

    /// The event that the log has still to get, which counts as told; `nil`: none.
    func statusNews() -> Change? {
        let status = status
        guard !isRetired, !isStopped, status != toldStatus else { return nil }
        toldStatus = status
        return .announce(NewEvent(.accountState, account: id, payload: status.payload(of: account)))
    }

    func tellStatus() {
        guard !isRetired, !isStopped, !isTellingStatus, status != toldStatus else { return }
        isTellingStatus = true
        // One at a time; ends when the log has what is true.
        Task { await storeStatus() }
    }

    private func storeStatus() async {
        defer { isTellingStatus = false }
        while let news = statusNews() {
            do throws(StoreError) {
                try await surroundings.store.commit(Batch([news]))
            } catch {
                // The next change tries again.
                toldStatus = nil
                log.warning("the event log does not get the account's state", metadata: ["error": "\(error)"])
                return
            }
        }
    }
}
