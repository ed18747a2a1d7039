import Logging
import Domain
import Store
import XMPPAddresses
import XMPPExtensions
public import XMPPSessions
import XMPPStanzas

/// What a batch leads to: changes to store, and what memory must learn once they are stored.
struct BatchOutcome {
    var changes: [Change] = []
    var effects: [Effect] = []

    enum Effect {
        case contact(Contact, version: String?)
        case contactRemoved(BareJID, version: String?)
        case online(ResourcePresence, BareJID)
        case offline(String?, BareJID)
        case sent(EntryID)
    }

    /// Whether somebody is in the roster once this is stored.
    func makesContact(_ jid: BareJID) -> Bool {
        effects.contains { if case .contact(let contact, _) = $0 { contact.jid == jid } else { false } }
    }
}

extension AccountService: SessionDelegate {
    public func commit(_ batch: SessionBatch) async throws {
        var outcome = BatchOutcome()
        let now = surroundings.now()
        outcome.changes.reserveCapacity(batch.products.count + 1)
        for product in batch.products {
            switch product {
            case .message(let incoming): receive(incoming, at: now, &outcome)
            case .presence(let incoming): receive(incoming, at: now, &outcome)
            case .product(let product, _): receive(product, &outcome)
            }
        }
        for token in batch.acknowledged {
            guard let entry = EntryID(token) else { continue }
            outcome.changes.append(.setState(entry, .onServer))
            outcome.effects.append(.sent(entry))
        }
        if let resumption = batch.resumption { outcome.changes.append(.setHandled(id, resumption.handled)) }
        try await commit(outcome.changes)
        apply(outcome.effects)
    }

    public func reserve(_ reservations: [Reservation]) async throws {
        let changes: [Change] = reservations.compactMap { reservation in
            guard let entry = EntryID(reservation.token) else { return nil }
            return reservation.number.map { .written(entry, sequence: $0) } ?? .setState(entry, .sent)
        }
        try await commit(changes)
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

    private func receive(_ incoming: Incoming<Message>, at now: Timestamp, _ outcome: inout BatchOutcome) {
        switch Reception.verdict(on: incoming, account: id, own: jid, received: now) {
        case .store(let entry): outcome.changes.append(.add(entry))
        case .failed(let peer, let messageID, let reason):
            outcome.changes.append(.setStateByMessageID(id, peer: peer, id: messageID, .failed(reason)))
        case .nothing: break
        case .refuse(let refusal): refused(refusal)
        }
    }

    func apply(_ effects: [BatchOutcome.Effect]) {
        guard !effects.isEmpty else { return }
        var isNews = false
        for effect in effects {
            switch effect {
            case .contact(let contact, let version):
                book.set(contact)
                sortedRoster = nil
                if !contact.subscription.showsTheirs { _ = presences.remove(nil, of: contact.jid) }
                if let version { rosterVersion = version }
                isNews = true
            case .contactRemoved(let jid, let version):
                book.remove(jid)
                sortedRoster = nil
                _ = presences.remove(nil, of: jid)
                if let version { rosterVersion = version }
                isNews = true
            case .online(let presence, let jid): _ = presences.set(presence, of: jid)
            case .offline(let resource, let jid): _ = presences.remove(resource, of: jid)
            case .sent(let entry):
                handed.remove(entry)
                queued = max(0, queued - 1)
                isNews = true
            }
        }
        if isNews { tell() }
    }
}

extension Subscription {
    /// Whether we see their presence.
    var showsTheirs: Bool { self == .to || self == .both }
}
