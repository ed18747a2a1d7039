import Domain
import Store
import XMPPAddresses

extension AccountService {
    /// Entries in one batch at most.
    public static let importBound = 500

    /// Merges entries that were exported before; those that are here already are left as they are.
    ///
    /// They count as read, and nothing of them is sent.
    /// - Parameter isRehearsal: only says what would happen.
    public func importEntries(
        _ entries: [ImportedEntry], isRehearsal: Bool
    ) async throws(BackendError) -> ImportResult {
        guard entries.count <= Self.importBound else {
            throw .invalidArguments("At most \(Self.importBound) entries at once.")
        }
        let changes = entries.map { Change.restore(restored($0)) }
        guard !changes.isEmpty else { return ImportResult() }
        let outcomes: [Outcome]
        do throws(StoreError) {
            let batch = Batch(changes)
            let store = surroundings.store
            outcomes = try await (isRehearsal ? store.rehearse(batch) : store.commit(batch)).outcomes
        } catch {
            throw BackendError(error)
        }
        var result = ImportResult()
        for outcome in outcomes {
            if case .added = outcome { result.added += 1 } else { result.known += 1 }
        }
        return result
    }

    private func restored(_ imported: ImportedEntry) -> RestoredEntry {
        var content = imported.content
        if content.author.isEmpty { content.author = jid.description }
        return RestoredEntry(
            NewEntry(
                account: id, peer: imported.peer, conversationKind: content.kind == .groupchat ? .room : .chat,
                content: content, twin: .byPlace, origin: .imported, countsAsUnread: false),
            marks: imported.marks, versions: imported.versions)
    }
}
