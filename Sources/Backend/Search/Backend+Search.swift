import Domain
import Store
import XMPPAddresses

/// A page of what was found.
public struct FoundPage: Sendable {
    public struct Hit: Sendable {
        public var shown: ShownEntry
        /// What fits in the first text, in code points, in order.
        public var ranges: [Range<Int>]
    }

    public var hits: [Hit]
    /// Cursor to go on; empty when there is no more.
    public var next: String
}

extension Backend {
    /// Looks for entries in the histories of all accounts, or of one.
    /// - Parameter limit: kept within 1–500.
    public func search(_ wish: SearchWish, limit: Int) async throws(BackendError) -> FoundPage {
        var query = wish.query
        var cursor: SearchCursor?
        if let text = wish.cursor {
            guard let place = SearchCursor(text) else { throw .invalidArguments("This is not a cursor of a search.") }
            cursor = place
        }
        if wish.asksServers, cursor == nil { try await askServers(wish) }
        if let account = wish.account { query.account = try await find(account).id }
        if let peer = wish.peer {
            guard let conversation = try await conversation(with: peer, of: query.account) else {
                return FoundPage(hits: [], next: "")
            }
            query.conversation = conversation
        }
        let page: SearchPage
        do throws(StoreError) {
            page = try await surroundings.store.search(query, after: cursor, limit: limit)
        } catch {
            throw BackendError(error)
        }
        let shown = try await surroundings.store.shown(page.hits.map(\.entry))
        return FoundPage(
            hits: zip(page.hits, shown).map { FoundPage.Hit(shown: $1, ranges: $0.ranges) },
            next: page.next?.description ?? "")
    }

    /// Has the server of the account that is named search its archive, or all that can.
    private func askServers(_ wish: SearchWish) async throws(BackendError) {
        let text = wish.query.text
        guard text.contains(where: { !$0.isWhitespace }) else { throw .invalidArguments("A server looks for words.") }
        if let account = wish.account { return try await find(account).fetchFound(text, with: wish.peer) }
        var (isFound, failure) = (
            false, BackendError.notSupported("No server that is connected can search its archive.")
        )
        for service in all where await service.canSearchArchive {
            do throws(BackendError) {
                try await service.fetchFound(text, with: wish.peer)
                isFound = true
            } catch {
                failure = error
            }
        }
        guard isFound else { throw failure }
    }

    private func conversation(with peer: BareJID, of account: AccountID?) async throws(BackendError) -> ConversationID?
    {
        let found: [Conversation]
        do throws(StoreError) {
            found = try await surroundings.store.conversations(of: account).filter { $0.peer == peer }
        } catch {
            throw BackendError(error)
        }
        guard found.count <= 1 else {
            throw .invalidArguments("\(found.count) accounts have a conversation with \(peer): name the account.")
        }
        return found.first?.id
    }
}
