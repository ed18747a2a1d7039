public import Domain
import Store
import XMPPAddresses
import XMPPExtensions
import XMPPSessions
import XMPPStanzas

/// A page of a conversation's history.
public struct EntryPage: Sendable {
    /// Oldest first.
    public var entries: [ShownEntry]
    /// Cursor for the page before; empty when there is none, here or in the archive.
    public var earlier: String
    /// Cursor for the page after; what is yet to come will be there.
    public var later: String
}

extension AccountService {
    /// Pages of the archive that one page of history waits for at most, and how long it waits.
    private static let fillPages = 4
    private static let fillTime = Duration.seconds(10)
    /// Conversations for which the archive is asked at once.
    private static let fillBound = 8

    /// A page of history; what is missing of it is fetched from the archive first, where that is possible soon enough.
    public func history(
        _ conversation: Conversation, before: String?, after: String?, limit: Int
    ) async throws(BackendError) -> EntryPage {
        let range: HistoryRange
        if let text = before ?? after {
            guard let cursor = HistoryCursor(text) else { throw .invalidArguments("This is not a cursor of a page.") }
            range = before != nil ? .before(cursor) : .after(cursor)
        } else {
            range = .last
        }
        let found: (page: HistoryPage, hasMore: Bool)
        do throws(StoreError) {
            found = try await filledPage(conversation, range, limit: limit)
        } catch {
            throw BackendError(error)
        }
        let page = found.page
        var earlier = page.before
        if earlier == nil, found.hasMore {
            earlier = page.start ?? { if case .before(let cursor) = range { cursor } else { .end } }()
        }
        return EntryPage(
            entries: try await surroundings.store.shown(page.entries), earlier: earlier?.description ?? "",
            later: (page.after ?? page.end)?.description ?? "")
    }

    /// A page, and whether the archive has something before it.
    private func filledPage(
        _ conversation: Conversation, _ range: HistoryRange, limit: Int
    ) async throws(StoreError) -> (page: HistoryPage, hasMore: Bool) {
        let deadline = surroundings.clock.now + Self.fillTime
        var turn = 0
        while true {
            // What is known is read first: it may grow while the page is read, but the page never lacks what it says.
            let past = try await knownPast(of: conversation.peer)
            let page = try await surroundings.store.history(of: conversation.id, range, limit: limit)
            if case .after = range { return (page, false) }
            let oldest = page.entries.first?.content.sentAt
            let hasMore = past.isMissing(on: oldest, isFull: page.entries.count >= limit)
            guard hasMore, turn < Self.fillPages, surroundings.clock.now < deadline else {
                return (page, hasMore)
            }
            guard await fill(conversation, beyond: past, until: deadline) else { return (page, false) }
            turn += 1
        }
    }

    private func knownPast(of peer: BareJID) async throws(StoreError) -> KnownPast {
        KnownPast(
            whole: try await surroundings.store.archive(archiveScope),
            part: try await surroundings.store.archive(ArchiveScope(account: id, archive: jid, peer: peer)))
    }

    /// Fetches what lies before the gap; false when that cannot be had now.  Who asks meanwhile waits for the same.
    /// - Parameter past: what was known when the gap was found.
    private func fill(_ conversation: Conversation, beyond past: KnownPast, until deadline: Duration) async -> Bool {
        guard archive.support == .supported, archive.isCurrent, isOnline, let session, conversation.kind != .room else {
            return false
        }
        if let running = archive.fills[conversation.peer] { return await running.value }
        guard archive.fills.count < Self.fillBound else { return false }
        let task = Task { await self.fetchOlder(conversation, beyond: past, session, until: deadline) }
        archive.fills[conversation.peer] = task
        defer { archive.fills[conversation.peer] = nil }
        return await task.value
    }

    private func fetchOlder(
        _ conversation: Conversation, beyond seen: KnownPast, _ session: Session, until deadline: Duration
    ) async -> Bool {
        do {
            let past = try await knownPast(of: conversation.peer)
            // Somebody else's page has come since: it may be what is missing.
            guard past == seen else { return true }
            guard let since = past.since else { return false }
            var edge = past.isTheirs ? since.id : nil
            if edge == nil {
                edge = try await surroundings.store.oldestArchived(
                    in: conversation.id, by: jid.description, since: since.time)
            }
            let page = try await older(than: edge, with: conversation.peer, session, until: deadline)
            let now = surroundings.now()
            let times = page.times(after: nil)
            let known = past.extended(by: ArchivePart(page, times, now: now))
            // An empty page that is not the last leads nowhere.
            guard page.last != nil || page.isComplete else { return false }
            let scope = ArchiveScope(account: id, archive: jid, peer: conversation.peer)
            _ = try await keep(page, times, (scope, known), areNews: false, at: now)
            return true
        } catch RequestFailure.timedOut {
            // A slow archive: the page is what is here, and says that there is more before it.
            return true
        } catch {
            return false
        }
    }

    private func older(
        than edge: String?, with peer: BareJID, _ session: Session, until deadline: Duration
    ) async throws(RequestFailure) -> ArchivePage {
        do throws(RequestFailure) {
            let rest = max(deadline - surroundings.clock.now, .seconds(1))
            return try await ask(session, .before(edge), peer: peer, max: 100, timeout: rest)
        } catch {
            guard edge != nil, case .refused(let refusal) = error, refusal.condition == .itemNotFound else {
                throw error
            }
            let rest = max(deadline - surroundings.clock.now, .seconds(1))
            return try await ask(session, .before(nil), peer: peer, max: 100, timeout: rest)
        }
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
