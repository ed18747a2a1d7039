import Domain

/// Applies batches on the one connection that writes.  Lives on the writer's queue.
///
/// What it remembers between batches is only a copy of what is committed: when anything fails, the copy is dropped and
/// read again.
final class Writer {
    let connection: WriterConnection
    let clock: @Sendable () -> Timestamp
    var memory = WriterMemory()
    /// The events of the batch at hand, and its moment.
    var events: [Event] = []
    var opened: [Conversation] = []
    var changed: [Conversation] = []
    /// What the batch did to conversations, written once for each at its end.
    var touched: [ConversationID: ConversationTouch] = [:]
    /// What the transaction has still to put into the search index.
    var unindexed: [SearchRow] = []
    var now = Timestamp(microseconds: 0)

    init(_ connection: WriterConnection, clock: @escaping @Sendable () -> Timestamp) {
        self.connection = connection
        self.clock = clock
    }

    /// Commits all batches in one transaction; a batch that fails leaves no trace and harms no other.
    func commit(_ batches: [Batch]) -> [Result<Committed, StoreError>] {
        do {
            try connection.run("BEGIN IMMEDIATE")
            try loadSequence()
            var results: [Result<Committed, StoreError>] = []
            unindexed = []
            for batch in batches { results.append(try attempt(batch, among: batches.count)) }
            try indexTexts()
            try saveSequence()
            try connection.run("COMMIT")
            return results
        } catch {
            memory = WriterMemory()
            if connection.isInTransaction { try? connection.run("ROLLBACK") }
            return batches.map { _ in .failure(error) }
        }
    }

    /// Throws only when the whole transaction is lost.
    private func attempt(_ batch: Batch, among count: Int) throws(StoreError) -> Result<Committed, StoreError> {
        guard count > 1 else { return .success(try apply(batch)) }
        try connection.run("SAVEPOINT batch")
        let sequence = memory.sequence
        let indexed = unindexed.count
        do {
            let committed = try apply(batch)
            try connection.run("RELEASE batch")
            return .success(committed)
        } catch {
            // A full or failing disk makes SQLite end the transaction by itself.
            guard connection.isInTransaction else { throw error }
            try connection.run("ROLLBACK TO batch")
            try connection.run("RELEASE batch")
            memory = WriterMemory()
            memory.sequence = sequence
            unindexed.removeLast(max(unindexed.count - indexed, 0))
            return .failure(error)
        }
    }

    func apply(_ batch: Batch) throws(StoreError) -> Committed {
        events = []
        opened = []
        changed = []
        touched = [:]
        now = clock()
        var outcomes: [Outcome] = []
        outcomes.reserveCapacity(batch.changes.count)
        for change in batch.changes { outcomes.append(try apply(change)) }
        try settleConversations()
        defer { events = [] }
        return Committed(outcomes: outcomes, events: events, opened: opened, changed: changed)
    }

    private func apply(_ change: Change) throws(StoreError) -> Outcome {
        switch change {
        case .add(let entry): try add(entry)
        case .send(let entry, let recipient, let stanza): try send(entry, to: recipient, sealedStanza: stanza)
        case .setState(let entry, let state): try setState(entry, state)
        case .setStateByMessageID(let account, let peer, let id, let state):
            try setState(account, peer: peer, messageID: id, state)
        case .written(let entry, let sequence): try written(entry, sequence: sequence)
        case .requeue(let account): try requeue(account)
        case .restore(let entry): try restore(entry)
        case .openConversation(let account, let peer, let kind): try openConversation(account, peer, kind)
        case .cancel(let entry): try cancel(entry)
        case .retry(let entry): try retry(entry)
        case .awaitArchive(let account): try awaitArchive(account)
        case .found(let account, let peer, let id, let reference): try found(account, peer, id, reference)
        case .act(let act): try self.act(act)
        case .perform(let own): try perform(own)
        case .actNow(let act): try actNow(act)
        case .actOrAdd(let act, let entry): try actOrAdd(act, entry)
        case .setDetectedLanguage(let entry, let language): try setDetectedLanguage(entry, language)
        case .change(let conversation, let change): try self.change(conversation, change)
        case .setArchive(let scope, let knowledge): try setArchive(scope, knowledge)
        case .extendArchive(let scope, let place): try extendArchive(scope, to: place)
        case .suspendArchives(let account): try suspendArchives(account)
        case .setRetention(let scope, let period): try setRetention(scope, period)
        case .purgeDue(let limit): try purgeDue(limit: limit)
        case .purge(let conversation, let time, let limit): try purge(conversation, before: time, limit: limit)
        case .delete(let entries): try delete(entries)
        case .sweepSearch(let pages): try sweepSearch(pages)
        case .setConsumer(let name, let number): try setConsumer(name, number)
        case .advanceConsumer(let name, let number): try advanceConsumer(name, number)
        case .removeConsumer(let name): try removeConsumer(name)
        case .setResumption(let account, let resumption): try setResumption(account, resumption)
        case .setHandled(let account, let handled): try setHandled(account, handled)
        case .addAccount(let account, let login): try addAccount(account, login)
        case .updateAccount(let account): try updateAccount(account)
        case .removeAccount(let account): try removeAccount(account)
        case .setSealedSecret(let account, let secret): try setSealedSecret(account, secret)
        case .setSealedToken(let account, let token): try setSealedToken(account, token)
        case .setLoginPin(let account, let pin): try setLoginPin(account, pin)
        case .replaceRoster(let account, let contacts, let version): try replaceRoster(account, contacts, version)
        case .setContact(let account, let contact, let version): try setContact(account, contact, version)
        case .removeContact(let account, let jid, let version): try removeContact(account, jid, version)
        case .addRequest(let account, let request): try addRequest(account, request)
        case .removeRequest(let account, let jid): try removeRequest(account, jid)
        case .setSetting(let name, let value): try setSetting(name, value)
        case .setCapability(let hash, let info): try setCapability(hash, info)
        case .announce(let event): try announce(event)
        case .trimEvents(let count, let moment): try trimEvents(keeping: count, since: moment)
        }
    }
}
