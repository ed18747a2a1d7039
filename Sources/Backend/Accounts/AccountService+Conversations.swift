public import Domain
import Store
public import XMPPAddresses

/// A page of a conversation's history.
public struct EntryPage: Sendable {
    /// Oldest first.
    public var entries: [ShownEntry]
    /// Cursor for the page before; empty when there is none.
    public var earlier: String
    /// Cursor for the page after; what is yet to come will be there.
    public var later: String
}

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

    public func history(
        _ conversation: ConversationID, before: String?, after: String?, limit: Int
    ) async throws(BackendError) -> EntryPage {
        let range: HistoryRange
        if let text = before ?? after {
            guard let cursor = HistoryCursor(text) else { throw .invalidArguments("This is not a cursor of a page.") }
            range = before != nil ? .before(cursor) : .after(cursor)
        } else {
            range = .last
        }
        let page: HistoryPage
        do throws(StoreError) {
            page = try await surroundings.store.history(of: conversation, range, limit: limit)
        } catch {
            throw BackendError(error)
        }
        return EntryPage(
            entries: try await surroundings.store.shown(page.entries), earlier: page.before?.description ?? "",
            later: (page.after ?? page.end)?.description ?? "")
    }

    public func entry(_ text: String, in conversation: ConversationID) async throws(BackendError) -> Entry {
        guard let entryID = EntryID(text) else { throw .noSuchEntry(text) }
        let found: Entry?
        do throws(StoreError) { found = try await surroundings.store.entry(entryID) } catch {
            throw BackendError(error)
        }
        guard let found, found.conversation == conversation else { throw .noSuchEntry(text) }
        return found
    }
}
