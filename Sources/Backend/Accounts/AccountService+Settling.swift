import Domain
import Logging
import Store
import XMPPSessions

extension AccountService {
    /// Ends a session for good: what the server has is done, the rest waits for the next session.
    ///
    /// What cannot be stored is stored when the next session begins.
    func settle(_ old: Session?) async {
        do throws(StoreError) {
            try await settle(old, handledByServer: nil)
        } catch {
            log.error("cannot store the end of a session", metadata: ["error": "\(error)"])
        }
    }

    /// The same; `count` is how many of our stanzas the server has handled, where it said so.
    func settle(_ old: Session?, handledByServer count: UInt32?) async throws(StoreError) {
        if let old {
            let remains = await old.dissolve(handledByServer: count)
            unsettled += remains.acknowledged.compactMap(EntryID.init).map { .setState($0, .onServer) }
        } else if let count {
            for row in try await surroundings.store.outbox(of: id) {
                guard let number = row.sequence, count &- number <= UInt32(Int32.max) else { continue }
                unsettled.append(.setState(row.id, .onServer))
            }
        }
        if session === old { session = nil }
        handed = []
        // Whether the server has what it did not acknowledge, only the archive can tell.
        let isAsked = surroundings.wantsArchive && archive.support != .unsupported
        let written: Change = isAsked ? .awaitArchive(id) : .requeue(id)
        let note = owed.isEmpty ? [] : [owedNote]
        try await commit(unsettled + note + [written, .suspendArchives(id), .setResumption(id, nil)])
        unsettled = []
        await recount()
    }
}
