import Domain
import Logging
import Store
import XMPPAddresses
import XMPPExtensions
public import XMPPSessions
import XMPPStanzas

extension AccountService: SessionDelegate {
    public func commit(_ batch: SessionBatch) async throws {
        var outcome = BatchOutcome()
        let now = surroundings.now()
        outcome.changes.reserveCapacity(batch.products.count + 1)
        for product in batch.products {
            switch product {
            case .message(let incoming): receive(live: incoming, at: now, &outcome)
            case .presence(let incoming): receive(incoming, at: now, &outcome)
            case .product(let product, _): receive(product, &outcome)
            }
        }
        let accepted = batch.acknowledged.compactMap(EntryID.init)
        outcome.changes += accepted.map { .setState($0, .onServer) }
        if let place = outcome.archived { outcome.changes.append(.extendArchive(archiveScope, to: place)) }
        if let resumption = batch.resumption { outcome.changes.append(.setHandled(id, resumption.handled)) }
        let committed = try await commit(outcome.changes)
        handed.subtract(accepted)
        apply(outcome)
        settle(outcome, committed)
        if !accepted.isEmpty || outcome.endsWaiting { await recount() }
    }

    public func reserve(_ reservations: [Reservation]) async throws {
        let changes: [Change] = reservations.compactMap { reservation in
            guard let entry = EntryID(reservation.token) else { return nil }
            return reservation.number.map { .written(entry, sequence: $0) } ?? .setState(entry, .sent)
        }
        do {
            try await commit(changes)
        } catch {
            // The session drops them; they wait in the outbox for the next look at it.
            let dropped = reservations.compactMap { EntryID($0.token) }
            handed.subtract(dropped)
            dispatchLater(dropped)
            throw error
        }
    }

    public func commitFailed(_ error: any Error, nextTryIn wait: Duration) async {
        let cause = error as? StoreError
        log.error("cannot store what arrives", metadata: ["error": "\(cause?.description ?? "unknown")"])
        set(
            .paused,
            Problem(
                code: cause?.kind.code ?? "store-failed",
                sentence: "What arrives cannot be stored; the server keeps it until it can.",
                action: cause?.kind == .diskFull ? "Make room on the disk." : "See the log: saluton debug log.",
                section: "XEP-0198 §4", detail: cause?.detail))
    }

    public func commitRecovered() async {
        log.notice("storing again")
        set(isOnline ? .online : state)
    }

    nonisolated public func refused(_ refusal: Refusal) {
        refused.count(refusal)
        log.debug("refused", metadata: ["code": "\(refusal.code)", "section": "\(refusal.section)"])
    }

    private func receive(live incoming: Incoming<Message>, at now: Timestamp, _ outcome: inout BatchOutcome) {
        let place = archivePlace(of: incoming, at: now)
        if let place, !incoming.isDelayed { outcome.archived = place }
        receive(incoming, Arrival(now, stanzaID: place.map(reference)), &outcome)
    }

    /// A message that came by itself, or out of the archive.
    func receive(_ incoming: Incoming<Message>, _ arrival: Arrival, _ outcome: inout BatchOutcome) {
        var payloads = MessagePayloads(incoming.stanza.payloads)
        if !manners.takesAttention { payloads.isAttention = false }
        let reception = Reception(incoming, payloads, account: id, own: jid, arrival: arrival)
        var isContent = true
        switch reception.verdict {
        case .store(let entry):
            noteReceipt(for: incoming, payloads, &outcome)
            outcome.changes.append(.add(entry))
        case .act(let acts):
            noteReceipt(for: incoming, payloads, &outcome)
            add(acts, reception, &outcome)
            isContent = payloads.deed != nil
        case .storeAndAct(let entry, let acts):
            noteReceipt(for: incoming, payloads, &outcome)
            outcome.changes.append(.add(entry))
            add(acts, reception, &outcome)
        case .failed(let peer, let messageID, let reason):
            outcome.changes.append(.setStateByMessageID(id, peer: peer, id: messageID, .failed(reason)))
            outcome.endsWaiting = true
            return
        case .nothing: isContent = false
        case .refuse(let refusal): return refused(refusal)
        }
        noteChatState(of: incoming, payloads, isContent: isContent, &outcome)
    }

    private func add(_ acts: [Act], _ reception: Reception, _ outcome: inout BatchOutcome) {
        for act in acts {
            // Without an archive nothing older comes any more, and a stranger's word waits for nothing.
            let waits = reception.mayWait && archive.support != .unsupported
            if act.kind.isCorrection, !waits, let entry = reception.standIn {
                outcome.changes.append(.actOrAdd(act, entry))
            } else {
                outcome.changes.append(reception.mayWait ? .act(act) : .actNow(act))
            }
            // Receipts overtake the server's acknowledgements.
            if act.kind == .receive || act.kind == .display { outcome.endsWaiting = outcome.endsWaiting || queued > 0 }
        }
    }

    /// What follows from what is on disk now.
    func settle(_ outcome: BatchOutcome, _ committed: Committed) {
        for case .refused(let refusal) in committed.outcomes { refused(Refusal(refusal)) }
        if !outcome.receipts.isEmpty { answerReceipts(outcome.receipts, committed) }
        if !outcome.chatStates.isEmpty { apply(outcome.chatStates) }
    }

    /// Teaches memory what is stored now.
    func apply(_ outcome: BatchOutcome) {
        for effect in outcome.effects {
            switch effect {
            case .contact(let contact): book.set(contact)
            case .contactRemoved(let jid): book.remove(jid)
            case .rosterVersion(let version): rosterVersion = version
            }
        }
        for (jid, list) in outcome.presences { show(list, of: jid) }
        apply(outcome.shared)
        guard !outcome.effects.isEmpty else { return }
        sortedRoster = nil
        tell()
    }
}

extension Subscription {
    /// Whether we see their presence.
    var showsTheirs: Bool { self == .to || self == .both }
    /// Whether they see ours.
    var showsOurs: Bool { self == .from || self == .both }
}
