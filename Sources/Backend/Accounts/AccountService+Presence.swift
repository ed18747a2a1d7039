import Logging
import Domain
import JSONText
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
        guard isOnline, let session else { return }
        try await say(stanza(own, session), session)
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
        if !isGreeted {
            do {
                try await fetchRoster(session)
                if isResumed {
                    // An earlier process's session: only a new presence makes the server tell who is online.
                    try await session.send(Presence(.unavailable).element)
                }
                if own.show != .unavailable { try await session.send(stanza(own, session).element) }
                isGreeted = true
            } catch {
                log.warning("the roster could not be fetched", metadata: ["error": "\(error)"])
            }
        }
        await dispatch()
    }

    /// Gets what changed of the roster; pushes that come meanwhile wait, since they are newer than the answer.
    private func fetchRoster(_ session: Session) async throws {
        heldPushes = []
        defer { heldPushes = nil }
        let version = await session.offersRosterVersions ? rosterVersion ?? "" : nil
        let answer = try await session.roster(since: version)
        var outcome = BatchOutcome()
        if case .whole(let items, let version) = answer {
            let contacts = items.map(Contact.init)
            try await commit([.replaceRoster(id, contacts, version: version)])
            book.replace(contacts)
            rosterVersion = version
            sortedRoster = nil
        }
        for push in heldPushes ?? [] { receive(push, &outcome) }
        try await commit(outcome.changes)
        apply(outcome.effects)
        tell()
    }

    func receive(_ product: any ExtensionProduct, _ outcome: inout BatchOutcome) {
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
            outcome.effects.append(.contact(contact, version: push.version))
        case .remove(let jid):
            outcome.changes.append(.removeContact(id, jid, version: push.version))
            outcome.effects.append(.contactRemoved(jid, version: push.version))
        }
    }

    func receive(_ incoming: Incoming<Presence>, at now: Timestamp, _ outcome: inout BatchOutcome) {
        let presence = incoming.stanza
        let from = presence.from ?? .bare(jid)
        switch presence.type {
        case .available, .unavailable: receiveAvailability(presence, from, incoming.authority, at: now, &outcome)
        case .subscribe:
            let request = SubscriptionRequest(
                jid: from.bare, receivedAt: now, statuses: Domain.LanguageMap(presence.statuses),
                nickname: presence.payloads.lazy.compactMap { try? Nickname($0) }.first?.text)
            outcome.changes.append(.addRequest(id, request))
        case .unsubscribe: outcome.changes.append(.removeRequest(id, from.bare))
        case .subscribed, .unsubscribed: break  // The roster push that comes with it says what holds.
        case .probe, .error: break
        }
    }

    private func receiveAvailability(
        _ presence: Presence, _ from: JID, _ authority: Authority, at now: Timestamp, _ outcome: inout BatchOutcome
    ) {
        switch authority {
        case .contact, .ownAccount, .ownDevice: break
        case .stranger(let jid):
            // The push that makes them a contact may stand in the same batch.
            guard outcome.makesContact(jid.bare) else { return refused(.presenceOfStranger) }
        case .ownServer, .room: return refused(.presenceOfStranger)
        }
        guard case .full(let device) = from else {
            // A bare address goes offline as a whole (RFC 6121 §4.5.4); it cannot come online.
            guard presence.type == .unavailable, !presences[from.bare].isEmpty else { return }
            outcome.effects.append(.offline(nil, from.bare))
            outcome.changes.append(event(from.bare, nil, nil))
            return
        }
        capabilities[device] = presence.type == .available ? CapabilityAnnouncement(presence.payloads) : nil
        guard presence.type == .available else {
            guard presences[device.bare].contains(where: { $0.resource == device.resource }) else { return }
            outcome.effects.append(.offline(device.resource, device.bare))
            outcome.changes.append(event(device.bare, device.resource, nil))
            return
        }
        let shown = ResourcePresence(
            resource: device.resource, show: OwnPresence.Show(presence.show), priority: presence.priority,
            statuses: Domain.LanguageMap(presence.statuses))
        guard !presences[device.bare].contains(shown) else { return }
        outcome.effects.append(.online(shown, device.bare))
        outcome.changes.append(event(device.bare, device.resource, shown))
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
}

extension Presence.Show {
    init(_ show: OwnPresence.Show) {
        switch show {
        case .available, .unavailable: self = .online
        case .chat: self = .chat
        case .away: self = .away
        case .xa: self = .xa
        case .dnd: self = .dnd
        }
    }
}

extension OwnPresence.Show {
    init(_ show: Presence.Show) {
        switch show {
        case .online: self = .available
        case .chat: self = .chat
        case .away: self = .away
        case .xa: self = .xa
        case .dnd: self = .dnd
        }
    }
}

extension Domain.LanguageMap {
    init(_ map: XMPPStanzas.LanguageMap) {
        self.init(map.items.map { Item(language: $0.language, text: $0.text) })
    }
}

extension XMPPStanzas.LanguageMap {
    init(_ map: Domain.LanguageMap) {
        self.init(map.items.map { Item(language: $0.language, text: $0.text) })
    }
}
