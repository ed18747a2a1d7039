public import Domain
import Store

/// What all frontends show of a conversation besides its entries.
extension AccountService {
    /// The user has read everything up to an entry; never goes back.  Those who want to hear it and may are told.
    /// - Parameter text: its id; empty: the newest.
    public func markRead(_ conversation: ConversationID, upTo text: String) async throws(BackendError) {
        let last: EntryID?
        if text.isEmpty {
            do throws(StoreError) {
                last = try await surroundings.store.history(of: conversation, .last, limit: 1).entries.last?.id
            } catch {
                throw BackendError(error)
            }
        } else {
            last = try await entry(text, in: conversation).id
        }
        guard let last else { return }
        let committed = try await store([.change(conversation, .read(upTo: last))])
        lastAct.note(surroundings.now())
        // Without a stream a marker is owed only for what was not read before.
        guard isOnline || committed.outcomes.first == .done else { return }
        // Best effort, and nothing to the caller: the place is stored.
        _ = try? await sendDisplayed(upTo: last, in: conversation)
    }

    /// Bytes of a draft at most.
    public static let draftBound = 65_536

    /// Keeps what the user has begun to write; `text` empty: nothing.
    /// - Parameter reply: id of the entry it answers; `nil`: none.
    public func setDraft(
        _ conversation: ConversationID, _ text: String, reply: String?
    ) async throws(BackendError) {
        guard text.utf8.count <= Self.draftBound else {
            throw .invalidArguments("A draft has at most \(Self.draftBound) bytes.")
        }
        var answered: EntryID?
        if let reply { answered = try await entry(reply, in: conversation).id }
        let draft = ConversationState.Draft(text: text, reply: answered, time: surroundings.now())
        let isNone = text.isEmpty && reply == nil
        try await store([.change(conversation, .setDraft(isNone ? nil : draft))])
    }

    /// Changes settings, all or none.
    public func set(_ settings: ConversationSettings, of conversation: ConversationID) async throws(BackendError) {
        if let retention = settings.retention { try Backend.check(retention.value) }
        try await store(settings.changes(of: conversation))
        if settings.retention != nil { await surroundings.sweeper.look() }
    }

    /// Deletes entries for good; no archive brings them back.
    /// - Parameter time: those written before; `nil`: all.
    /// - Returns: how many went.
    public func purge(_ conversation: ConversationID, before time: Timestamp?) async throws(BackendError) -> Int {
        let store = surroundings.store
        let removed: Int
        do throws(StoreError) {
            if let time {
                removed = try await store.purge(conversation, before: time)
            } else {
                removed = try await store.purgeAll(of: conversation, now: surroundings.now())
            }
        } catch {
            throw BackendError(error)
        }
        // Acts that waited for their entries may have gone without any.
        await surroundings.sweeper.look(isDirty: true)
        return removed
    }

    @discardableResult
    private func store(_ changes: [Change]) async throws(BackendError) -> Committed {
        do throws(StoreError) { return try await commit(changes) } catch { throw BackendError(error) }
    }
}
