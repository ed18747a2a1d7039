import Domain
import Logging
import Store
import XMLStreams
import XMPPAddresses
import XMPPExtensions
import XMPPSessions
import XMPPStanzas

extension AccountService {
    /// The account's own archive as a whole.
    var archiveScope: ArchiveScope { ArchiveScope(account: id, archive: jid) }

    /// Where a message that came by itself stands in the archive; `nil`: not told, or not by those who may.
    func archivePlace(of incoming: Incoming<Message>, at now: Timestamp) -> ArchivePlace? {
        guard archive.givesIDs, let id = StanzaID.id(in: incoming.stanza.payloads, by: jid) else { return nil }
        return ArchivePlace(id: id, time: now)
    }

    func reference(_ place: ArchivePlace) -> StanzaReference { StanzaReference(id: place.id, by: jid.description) }

    func show(_ status: ArchiveStatus) {
        guard archive.status != status else { return }
        archive.status = status
        tell()
    }

    /// What the store says of the archive and of what waits for it, as a session begins.
    /// - Parameter isResumed: the session of an earlier process goes on.
    func beginArchive(isResumed: Bool) async throws(StoreError) {
        guard surroundings.wantsArchive else { return }
        let knowledge = try await surroundings.store.archive(archiveScope)
        archive.begin(isCurrent: isResumed && knowledge.spans.last?.isLive == true)
        let isHeld = try await !held().isEmpty
        archive.outbox = isHeld ? archive.isCurrent ? .answered : .waiting : .free
    }

    /// Asks whether the account has an archive, once for each session.
    func findArchive(_ session: Session) async {
        guard surroundings.wantsArchive, !isResumed || archive.support == .unknown else { return }
        if archive.status == .unknown { show(.asking) }
        let support: ArchiveKnowledge.Support
        do throws(RequestFailure) {
            let features = Set(try await session.info(of: .bare(jid)).features)
            support = features.contains(Namespace.archive.rawValue) ? .supported : .unsupported
            archive.filtersRooms = features.contains(Namespace.archiveGroupchat.rawValue)
            archive.canSearch = features.contains(Namespace.archiveSearch.rawValue)
        } catch {
            // Without an answer holds what was known.
            guard case .refused = error else { return }
            support = .unsupported
        }
        guard support != archive.support else { return }
        archive.support = support
        do throws(StoreError) {
            var knowledge = try await surroundings.store.archive(archiveScope)
            knowledge.support = support
            try await commit([.setArchive(archiveScope, knowledge)])
        } catch {
            log.error("cannot store whether there is an archive", metadata: ["error": "\(error)"])
        }
    }

    /// Stores a page of the archive together with what is known now.
    /// - Parameter known: `nil`: as before, since the page is not a whole part of the archive.
    func keep(
        _ page: ArchivePage, _ times: [Timestamp], _ known: (scope: ArchiveScope, knowledge: ArchiveKnowledge)?,
        follows: EntryID? = nil, areNews: Bool, at now: Timestamp
    ) async throws(StoreError) -> Committed {
        var outcome = BatchOutcome()
        outcome.changes.reserveCapacity(page.messages.count + 1)
        for (message, time) in zip(page.messages, times) {
            var arrival = Arrival(now, stanzaID: StanzaReference(id: message.id, by: jid.description))
            arrival.archived = time
            arrival.isNews = areNews
            arrival.follows = follows
            receive(message.message, arrival, &outcome)
            if archive.outbox == .waiting, let found = found(message) { outcome.changes.append(found) }
        }
        if let known { outcome.changes.append(.setArchive(known.scope, known.knowledge)) }
        return try await commit(outcome.changes)
    }

    // MARK: What waits for the archive

    /// What it says of the outbox that the archive has a message; `nil`: it is none of ours.
    private func found(_ archived: ArchivedMessage) -> Change? {
        let message = archived.message.stanza
        guard case .ownDevice = archived.message.authority, let peer = message.to?.bare,
            let name = OriginID(in: message.payloads)?.id ?? message.id
        else { return nil }
        let reference = StanzaReference(id: archived.id, by: jid.description)
        return .found(id, peer: peer, id: name, reference)
    }

    /// What was written to a stream that is lost, and that the archive has not told of.
    private func held() async throws(StoreError) -> [EntryID] {
        try await surroundings.store.outbox(of: id).filter { $0.state == .held(.archiveCheck) }.map(\.id)
    }

    /// The archive has told what it has, or cannot: what is still held is sent again, before all else.
    func archiveAnswered() async {
        guard archive.outbox == .waiting else { return }
        archive.outbox = .answered
        await dispatch()
    }

    func releaseHeld() async throws(StoreError) {
        try await commit(try await held().map { .setState($0, .queued) })
        archive.outbox = .free
        await recount()
    }
}

extension Incoming<Message> {
    /// Whether it was kept somewhere before it came, so that it may be older than what came before it.
    var isDelayed: Bool { stanza.payloads.contains { $0.has("delay", .delay) } }
}
