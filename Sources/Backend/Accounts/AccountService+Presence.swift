import Domain
import JSONText
import Logging
import Store
public import XMPPAddresses
import XMPPExtensions
import XMPPSessions
import XMPPStanzas

extension AccountService {
    /// Stores what contacts see of the account, and sends it when connected.
    public func setPresence(_ presence: OwnPresence) async throws(BackendError) {
        do throws(StoreError) {
            try await commit([.setSetting(PresenceText.setting(id), PresenceText.text(presence))])
        } catch {
            throw BackendError(error)
        }
        own = presence
        lastAct.note(surroundings.now())
        tell()
        // Before the first presence the roster is fetched, and afterwards what holds then is sent.
        if isOnline, let session, told != nil { await sayPresence(session) }
    }

    /// Sends a presence to one address only (RFC 6121 §4.6).
    public func sendPresence(_ presence: OwnPresence, to jid: JID) async throws(BackendError) {
        let session = try onlineSession()
        var directed = stanza(presence, session)
        directed.to = jid
        try await say(directed, session)
    }

    func stanza(_ presence: OwnPresence, _ session: Session) -> Presence {
        guard presence.show != .unavailable else {
            return Presence(.unavailable, statuses: XMPPStanzas.LanguageMap(presence.statuses))
        }
        return Presence(
            .available, show: Presence.Show(presence.show), statuses: XMPPStanzas.LanguageMap(presence.statuses),
            priority: presence.priority, payloads: session.plan.presencePayloads)
    }

    /// What a new or resumed stream begins with: the roster, our presence, what waits to be sent.
    func greet(_ session: Session) async {
        async let archive: Void = findArchive(session)
        if !hasRoster {
            do {
                try await fetchRoster(session)
            } catch {
                // Asked for again with the next stream; messages need none.
                log.warning("the roster could not be fetched", metadata: ["error": "\(error)"])
            }
        }
        guard session === self.session, !Task.isCancelled else { return }
        async let copies: Void = enableCopies(session)
        await sayPresence(session)
        await dispatch()
        await tellOwedMarkers()
        await copies
        await archive
        await catchUp(session)
        shareSoon()
    }

    /// Asks for copies of what other devices receive and send; a server without them keeps working.
    private func enableCopies(_ session: Session) async {
        // A session that goes on has them.
        guard !isResumed, surroundings.wantsCopies else { return }
        do throws(RequestFailure) {
            try await session.enableCarbons()
            archive.isFollowed = true
        } catch {
            log.info("no copies from other devices", metadata: ["error": "\(error)"])
        }
    }

    /// Tells the server what contacts are to see, where it does not know it yet.
    private func sayPresence(_ session: Session) async {
        guard told != own else { return }
        let isFirst = told == nil
        told = own
        do {
            // An earlier process's session: only a new presence makes the server tell who is online.
            if isFirst, isResumed { try await session.send(Presence(.unavailable).element) }
            if isFirst, own.show == .unavailable { return }
            try await session.send(stanza(own, session).element)
        } catch {
            // The session is over; the next one is told anew.
        }
    }

    /// Gets what changed of the roster; pushes that come meanwhile wait, since they are newer than the answer.
    private func fetchRoster(_ session: Session) async throws {
        heldPushes = []
        defer { heldPushes = nil }
        let version = await session.offersRosterVersions ? rosterVersion ?? "" : nil
        if case .whole(let items, let version) = try await session.roster(since: version) {
            let contacts = items.map(Contact.init)
            try await commit([.replaceRoster(id, contacts, version: version)])
            book.replace(contacts)
            rosterVersion = version
            sortedRoster = nil
            for jid in presences.jids where jid != self.jid && book[jid] == nil { show(ResourceList(), of: jid) }
        }
        // More may come while these are stored.
        while let held = heldPushes, !held.isEmpty {
            heldPushes = []
            var outcome = BatchOutcome()
            for push in held { receive(push, &outcome) }
            try await commit(outcome.changes)
            apply(outcome)
        }
        hasRoster = true
        tell()
    }

    func receive(_ product: any ExtensionProduct, _ outcome: inout BatchOutcome) {
        if let event = product as? PersonalEvent { return receive(event, &outcome) }
        guard let push = product as? RosterPush else { return }
        if heldPushes != nil {
            heldPushes?.append(push)
            return
        }
        receive(push, &outcome)
    }

    private func receive(_ push: RosterPush, _ outcome: inout BatchOutcome) {
        switch push.change {
        case .set(let item):
            let contact = Contact(item)
            outcome.changes.append(.setContact(id, contact, version: push.version))
            outcome.effects.append(.contact(contact))
            if !contact.subscription.showsTheirs { outcome.presences[contact.jid] = ResourceList() }
            // Approved, here or by another client.
            if contact.subscription.showsOurs { outcome.changes.append(.removeRequest(id, contact.jid)) }
        case .remove(let jid):
            outcome.changes.append(.removeContact(id, jid, version: push.version))
            outcome.effects.append(.contactRemoved(jid))
            outcome.presences[jid] = ResourceList()
        }
        if let version = push.version { outcome.effects.append(.rosterVersion(version)) }
    }

    func receive(_ incoming: Incoming<Presence>, at now: Timestamp, _ outcome: inout BatchOutcome) {
        let presence = incoming.stanza
        let from = presence.from ?? .bare(jid)
        switch presence.type {
        case .available, .unavailable: receiveAvailability(presence, from, incoming.authority, &outcome)
        case .subscribe:
            guard from.bare != jid else { return refused(.requestOfOurselves) }
            let request = SubscriptionRequest(
                jid: from.bare, receivedAt: now, statuses: Domain.LanguageMap(presence.statuses).clipped,
                nickname: presence.payloads.lazy.compactMap { try? Nickname($0) }.first?.text.clipped)
            outcome.changes.append(.addRequest(id, request))
        case .unsubscribe: outcome.changes.append(.removeRequest(id, from.bare))
        case .subscribed, .unsubscribed: break  // The roster push that comes with it says what holds.
        case .probe, .error: break
        }
    }

    private func receiveAvailability(
        _ presence: Presence, _ from: JID, _ authority: Authority, _ outcome: inout BatchOutcome
    ) {
        switch authority {
        case .ownAccount, .ownDevice: break
        // The push that makes or unmakes a contact may stand in the same batch.
        case .contact(let jid):
            guard outcome.makesContact(jid.bare) ?? true else { return refused(.presenceOfStranger) }
        case .stranger(let jid):
            guard outcome.makesContact(jid.bare) ?? false else { return refused(.presenceOfStranger) }
        case .ownServer, .room: return refused(.presenceOfStranger)
        }
        var list = outcome.presences[from.bare] ?? presences[from.bare]
        switch (from, presence.type) {
        case (.full(let device), .available):
            let shown = ResourcePresence(
                resource: device.resource, show: OwnPresence.Show(presence.show), priority: presence.priority,
                statuses: Domain.LanguageMap(presence.statuses).clipped)
            let isNews = list.set(shown)
            guard list.contains(device.resource) else { return refused(.tooManyResources) }
            capabilities[device.bare, default: [:]][device.resource] = CapabilityAnnouncement(presence.payloads)
            guard isNews else { return }
            outcome.changes.append(event(device.bare, device.resource, shown))
        case (.full(let device), _):
            guard list.remove(device.resource) else { return }
            outcome.changes.append(event(device.bare, device.resource, nil))
        // A bare address goes offline as a whole (RFC 6121 §4.5.4); it cannot come online.
        case (.bare(let jid), .unavailable):
            guard list.removeAll() else { return }
            outcome.changes.append(event(jid, nil, nil))
        case (.bare, _): return
        }
        outcome.presences[from.bare] = list
    }

    /// Remembers what an address shows; what its other resources could do is forgotten.
    func show(_ list: ResourceList, of jid: BareJID) {
        presences[jid] = list
        if list.isEmpty { forgetChatStates(of: jid) }
        guard let known = capabilities[jid] else { return }
        let left = known.filter { list.contains($0.key) }
        capabilities[jid] = left.isEmpty ? nil : left
    }

    /// Nobody tells us any more who is online.
    func hideAll() {
        presences = PresenceBook()
        forgetChatStates()
        capabilities = [:]
    }

    /// What an address shows now; nothing while nobody would tell us that it changed.
    func resources(of jid: BareJID) -> [ResourcePresence] {
        switch state {
        case .disabled, .offline, .failed: []
        case .connecting, .online, .waiting, .paused: presences[jid].items
        }
    }

    private func event(_ jid: BareJID, _ resource: String?, _ shown: ResourcePresence?) -> Change {
        var writer = JSONWriter()
        writer.object { object in
            object.member("jid", jid.description)
            object.member("resource", ifPresent: resource)
            object.member("show", shown?.show.rawValue ?? OwnPresence.Show.unavailable.rawValue)
            guard let shown else { return }
            object.member("priority", Int64(shown.priority))
            object.key("statuses")
            object.object { statuses in
                for item in shown.statuses.items { statuses.member(item.language, item.text) }
            }
        }
        return .announce(NewEvent(.presence, account: id, payload: writer.text))
    }
}

extension Refusal {
    /// Who is not in the roster has no presence to show us.
    static let presenceOfStranger = Refusal(code: "presence-of-stranger", section: "RFC 6121 §4.6.1")
    /// Nobody has that many devices.
    static let tooManyResources = Refusal(code: "presence-too-many-resources", section: "RFC 6120 §13.12")
    /// We need no leave to see ourselves.
    static let requestOfOurselves = Refusal(code: "subscription-own", section: "RFC 6121 §3.1.3")
}
