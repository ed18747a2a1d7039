public import Domain
import Store
import XMPPAddresses
import XMPPSessions

/// What the user does to entries, and to what waits in the outbox.
extension AccountService {
    /// Gives an own message, however old, another text, here and with the others (XEP-0308).
    ///
    /// What was never sent is changed without a word to anybody.
    public func correct(
        _ text: String, in conversation: ConversationID, _ revision: Revision
    ) async throws(BackendError) {
        let entry = try await entry(text, in: conversation)
        guard !revision.texts.isEmpty else { throw .invalidArguments("A correction needs a text.") }
        guard revision.details.fits(revision.texts.first?.text ?? "") else { throw .outsideOfText }
        let content = entry.content
        let texts = content.revisedTexts(revision)
        let details = content.revisedDetails(revision)
        let act = Act.Kind.correct(
            texts: texts, subjects: revision.subjects ?? content.subjects, details: details,
            detectedLanguage: texts.detectedLanguage(details))
        try await perform(act, on: entry)
    }

    /// Deletes an own message here and asks the others to do so too (XEP-0424); nobody can be made to.
    ///
    /// What was never sent is cancelled without a word to anybody.
    public func retract(_ text: String, in conversation: ConversationID) async throws(BackendError) {
        try await perform(.retract, on: try await entry(text, in: conversation))
    }

    /// Sets the user's reactions to an entry, 16 at most, in place of those there were; none takes all back (XEP-0444).
    public func react(
        _ text: String, in conversation: ConversationID, _ emojis: [String]
    ) async throws(BackendError) {
        let entry = try await entry(text, in: conversation)
        guard emojis.count <= Emoji.limit else {
            throw .invalidArguments("At most \(Emoji.limit) reactions can be given to one entry.")
        }
        for emoji in emojis where !Emoji.isOne(emoji) { throw .invalidArguments("A reaction is one emoji each.") }
        var seen: Set<String> = []
        try await perform(.react(emojis.filter { seen.insert($0).inserted }), on: entry)
    }

    /// Takes back a message that was never written to a stream: it has failed, as cancelled, and can be retried.
    public func cancel(_ text: String, in conversation: ConversationID) async throws(BackendError) {
        let entry = try await entry(text, in: conversation)
        let committed = try await alone(with: entry.id) { (isHanded) throws(BackendError) in
            guard !isHanded else { throw Self.sentAlready }
            return try await store([.cancel(entry.id)])
        }
        guard case .moved? = committed.outcomes.first else { throw refusal(toCancel: entry) }
        await recount()
    }

    /// Queues again what failed or is held: a message, an act by its own id, or all failed acts on an entry.
    public func retry(_ text: String, in conversation: ConversationID) async throws(BackendError) {
        guard let id = EntryID(text) else { throw .noSuchEntry(text) }
        var ids = [id]
        if let errand = try await errand(id) {
            guard errand.conversation == conversation else { throw .noSuchEntry(text) }
        } else {
            let entry = try await entry(text, in: conversation)
            if entry.content.state?.isRetriable != true {
                ids = entry.marks?.pending.filter(\.state.isRetriable).map(\.id) ?? []
            }
        }
        let committed = try await store(ids.map { .retry($0) })
        let isMoved = committed.outcomes.contains { if case .moved = $0 { true } else { false } }
        guard isMoved else { throw .notAllowed("This neither failed nor waits: there is nothing to retry.") }
        await recount()
        await dispatch()
    }

    // MARK: Steps

    private func perform(_ act: Act.Kind, on entry: Entry) async throws(BackendError) {
        guard !isStopped else { throw .shuttingDown }
        let now = surroundings.now()
        let messageID = RandomID.make()
        let committed = try await alone(with: entry.id) { (isHanded) throws(BackendError) in
            let own = OwnAct(
                act, on: entry.id, author: jid.description, time: now, messageID: messageID, isHanded: isHanded)
            return try await store([.perform(own)])
        }
        if case .refused(let refusal)? = committed.outcomes.first { throw BackendError(refusal) }
        lastAct.note(now)
        await recount()
    }

    /// Nothing is handed to the session meanwhile, and what was read of the outbox before is read again: an entry is
    /// either changed or on its way, never both.
    private func alone(
        with entry: EntryID, _ body: (_ isHanded: Bool) async throws(BackendError) -> Committed
    ) async throws(BackendError) -> Committed {
        outboxChanges.begin()
        let result: Result<Committed, BackendError>
        do throws(BackendError) {
            result = .success(try await body(handed.contains(entry)))
        } catch {
            result = .failure(error)
        }
        outboxChanges.end()
        await dispatch()
        return try result.get()
    }

    private func store(_ changes: [Change]) async throws(BackendError) -> Committed {
        do throws(StoreError) { return try await commit(changes) } catch { throw BackendError(error) }
    }

    private func errand(_ id: EntryID) async throws(BackendError) -> Errand? {
        do throws(StoreError) {
            let errand = try await surroundings.store.errand(id)
            return errand?.account == self.id ? errand : nil
        } catch {
            throw BackendError(error)
        }
    }

    private static let sentAlready = BackendError.notAllowed("This was sent already: retract it instead.")

    private func refusal(toCancel entry: Entry) -> BackendError {
        switch entry.content.state {
        case .queued, .held: .notAllowed("This was written before and may have arrived: retract it instead.")
        case .sent, .onServer, .delivered, .displayed: Self.sentAlready
        case .failed: .notAllowed("This has failed: there is nothing to cancel.")
        case nil: .notAllowed("Only what the user sends can be cancelled.")
        }
    }
}

extension EntryState {
    /// Whether the user may have it tried again.
    fileprivate var isRetriable: Bool {
        switch self {
        case .held, .failed: true
        case .queued, .sent, .onServer, .delivered, .displayed: false
        }
    }
}
