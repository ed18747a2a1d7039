import Domain
import Logging
import Store
import XMLStreams
import XMPPAddresses
import XMPPExtensions
import XMPPSessions
import XMPPStanzas

/// What the user's devices share through the server: how far each conversation was read, and its settings.
///
/// One loop for an account does it all, one request after the other: what changes meanwhile is told once, in its last
/// form.
extension AccountService {
    /// Has the loop look again; it starts when there is a stream.
    func shareSoon() {
        shared.isWanted = true
        guard surroundings.sharesState, isOnline, sharer == nil, shared.isOffered != false else { return }
        // Ends by itself when there is nothing to do, or no stream.
        sharer = Task { await self.share() }
    }

    private func share() async {
        defer { sharer = nil }
        while shared.isWanted, isOnline, let session {
            shared.isWanted = false
            do {
                try await learn(session)
                await keepArrived()
                try await tellDisplayed(session)
                try await tellSettings(session)
            } catch {
                log.info("sharing ended", metadata: ["error": "\(error)"])
                // The next session begins with everything that is left; it may have asked for that already.
                guard session === self.session else { continue }
                if case .refused? = error as? RequestFailure { shared.isOffered = false }
                return
            }
            guard shared.isWanted else { return }
            let clock = surroundings.clock
            try? await clock.sleep(until: clock.now + surroundings.sharingPause)
        }
    }

    // MARK: What the server has

    /// Fetches everything once in a session; events tell what follows (XEP-0490 §4.4, XEP-0402 §3.2).
    private func learn(_ session: Session) async throws {
        if shared.isOffered == nil {
            let info = try await session.info(of: nil)
            guard session === self.session else { throw RequestFailure.disconnected }
            shared.isOffered = PrivateStorage.isOffered(info)
        }
        guard shared.isOffered == true, !shared.isKnown else { return }
        shared.newer = [:]
        defer { shared.newer = nil }
        var counts: [Namespace: Int] = [:]
        for node: Namespace in [.displayedSync, .conversationSettings, .bookmarks] {
            let items = try await session.items(of: node, limit: SharedState.limit)
            guard session === self.session else { throw RequestFailure.disconnected }
            let newer = shared.newer?[node] ?? []
            let fresh = items.filter { item in (try? BareJID(item.id)).map { !newer.contains($0) } ?? false }
            for item in fresh { shared.fetched(item, of: node, account: jid) }
            if node == .displayedSync { try await keep(fresh.compactMap { DisplayedMarker($0, account: jid) }) }
            counts[node] = items.count
        }
        guard session === self.session else { throw RequestFailure.disconnected }
        shared.isKnown = true
        try await compare(counts)
    }

    /// Moves what was read elsewhere forward here; what is not here yet waits (XEP-0490 §5.1).
    private func keep(_ markers: [DisplayedMarker]) async throws(StoreError) {
        let now = surroundings.now()
        var rest = markers[...]
        while !rest.isEmpty {
            try await surroundings.store.commit(Batch(rest.prefix(100).map { change($0, at: now) }))
            rest = rest.dropFirst(100)
        }
    }

    private func change(_ marker: DisplayedMarker, at now: Timestamp) -> Change {
        let reference = StanzaReference(id: marker.id, by: marker.by.description)
        let target = EntryTarget(account: id, peer: marker.peer, names: [.archive(reference)])
        return .act(Act(.display, on: target, direction: .outgoing, author: jid.description, time: now))
    }

    /// What is known here and not there, after a time without a stream or on a server that is new to it.
    private func compare(_ counts: [Namespace: Int]) async throws(StoreError) {
        let conversations = try await surroundings.store.conversations(of: id)
        let now = surroundings.now().microseconds
        let isCrowded = counts[.displayedSync, default: 0] >= SharedState.crowd
        var read: [(ConversationID, Timestamp)] = []
        for conversation in conversations {
            let marker = shared.displayed[conversation.peer]
            if let place = conversation.state.read, marker != nil || !isCrowded,
                try await isBehind(marker, in: conversation)
            {
                read.append((conversation.id, place.time))
            }
            // Programs that do not know of its end see a mute for ever.
            let isOver = shared.settings(of: conversation)?.notification?.until.map { $0 <= now } ?? false
            if isOver { shared.changed[conversation.id, default: UntoldSettings()].note(.mute) }
            guard conversation.kind == .chat, shared.chats[conversation.peer] == nil,
                counts[.conversationSettings, default: 0] < SharedState.crowd
            else { continue }
            if try await settings(of: conversation) != SharedSettings() {
                shared.changed[conversation.id, default: UntoldSettings()].note(.all)
            }
        }
        read.sort { $0.1 > $1.1 }
        shared.read.formUnion(read.prefix(SharedState.catchUp).map(\.0))
    }

    /// Whether the server's marker is known to be older than what was read here.  One for an entry that is not here yet
    /// may be newer.
    private func isBehind(
        _ marker: StanzaReference?, in conversation: Conversation
    ) async throws(StoreError) -> Bool {
        guard let marker else { return true }
        guard let there = try await surroundings.store.place(of: marker, in: conversation.id) else { return false }
        return there.time < conversation.state.read?.time ?? there.time
    }

    // MARK: Events

    /// What an event means for the store; the rest follows when it is committed.
    func receive(_ event: PersonalEvent, _ outcome: inout BatchOutcome) {
        outcome.shared.append(event)
        guard event.node == .displayedSync, case .items(let items, _) = event.change else { return }
        let now = surroundings.now()
        outcome.changes += items.compactMap { DisplayedMarker($0, account: jid) }.map { change($0, at: now) }
    }

    func apply(_ events: [PersonalEvent]) {
        guard !events.isEmpty else { return }
        for event in events { shared.take(event, account: jid) }
        if !shared.arrived.isEmpty { shareSoon() }
    }

    // MARK: Displayed

    private func tellDisplayed(_ session: Session) async throws {
        guard shared.isOffered == true else { return }
        var round = shared.read
        shared.read = []
        while let conversation = round.first {
            do {
                try await tellDisplayed(conversation, session)
            } catch {
                shared.read.formUnion(round)
                throw error
            }
            round.remove(conversation)
        }
    }

    /// Publishes the last received entry that was read and that the archive gave an id (XEP-0490 §4.2); never one that
    /// stands before what the server has.
    private func tellDisplayed(_ id: ConversationID, _ session: Session) async throws {
        guard let conversation = try await surroundings.store.conversation(id), conversation.account == self.id,
            conversation.kind != .server
        else { return }
        let archive = conversation.kind == .room ? conversation.peer : jid
        guard let place = try await surroundings.store.displayed(in: id, by: archive), let reference = place.archiveID
        else { return }
        if let theirs = shared.displayed[conversation.peer] {
            guard theirs != reference else { return }
            if let there = try await surroundings.store.place(of: theirs, in: id),
                (there.time, there.entry.number) >= (place.time, place.entry.number)
            {
                return
            }
        }
        let marker = DisplayedMarker(peer: conversation.peer, id: reference.id, by: archive)
        try await session.publishPrivately(marker.item, to: .displayedSync)
        if session === self.session { shared.setDisplayed(marker) }
    }
}
