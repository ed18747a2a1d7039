public import Domain
import Store
public import XMPPAddresses
import XMPPExtensions
import XMPPSessions
import XMPPStanzas

extension AccountService {
    /// Most bytes of a contact's name or of a group's.
    private static let nameLimit = 1023
    /// Most groups of one contact.
    private static let groupLimit = 100

    /// A page of the roster after an address; empty: from the start.
    public func roster(after cursor: String, limit: Int, _ filter: RosterFilter) -> RosterPage {
        var found: [Contact] = []
        for contact in sortedContacts where cursor.isEmpty || contact.jid.description > cursor {
            guard filter.matches(contact, isOnline: !resources(of: contact.jid).isEmpty) else { continue }
            guard found.count < limit else { return page(found, hasMore: true) }
            found.append(contact)
        }
        return page(found, hasMore: false)
    }

    private func page(_ contacts: [Contact], hasMore: Bool) -> RosterPage {
        RosterPage(
            contacts: contacts.map { KnownContact(contact: $0, resources: resources(of: $0.jid)) },
            next: hasMore ? contacts.last?.jid.description : nil)
    }

    private var sortedContacts: [Contact] {
        if let sorted = sortedRoster { return sorted }
        let sorted = book.all.sorted { $0.jid.description < $1.jid.description }
        sortedRoster = sorted
        return sorted
    }

    public func contact(_ jid: BareJID) throws(BackendError) -> KnownContact {
        guard let contact = book[jid] else { throw .noSuchContact(jid.description) }
        return KnownContact(contact: contact, resources: resources(of: jid))
    }

    public func statistics() -> RosterStatistics {
        RosterStatistics(
            sortedContacts, online: sortedContacts.reduce(0) { $0 + (resources(of: $1.jid).isEmpty ? 0 : 1) })
    }

    /// Those who wait to be approved.
    public func requests() async throws(BackendError) -> [SubscriptionRequest] {
        do throws(StoreError) {
            return try await surroundings.store.requests(of: id)
        } catch {
            throw BackendError(error)
        }
    }

    /// Adds a contact and asks for its presence; returns when the server has taken it.
    public func addContact(_ jid: BareJID, _ wish: ContactWish) async throws(BackendError) {
        let session = try onlineSession()
        guard jid != self.jid else { throw .invalidArguments("An account is no contact of itself.") }
        let known = book[jid]
        let name = try checked(wish.name).map { $0.isEmpty ? nil : $0 } ?? known?.name
        let message = try checkedText(wish.message)
        let item = RosterItem(jid: jid, name: name, groups: try checked(wish.groups) ?? known?.groups ?? [])
        let isWaiting = try await requests().contains { $0.jid == jid }
        try await asking { () async throws(RequestFailure) in try await session.setRosterItem(item) }
        if wish.approve, known?.subscription.showsOurs != true {
            let isPossible = await session.offersPreApproval || isWaiting
            if isPossible { try await say(.approve(jid), session) }
            if isWaiting { try await forgetRequest(jid) }
        }
        guard wish.subscribe, known?.subscription.showsTheirs != true else { return }
        let text = message.map { XMPPStanzas.LanguageMap($0) } ?? XMPPStanzas.LanguageMap()
        try await say(.subscribe(to: jid, nickname: account.nickname, text: text), session)
    }

    /// Changes name and groups of a contact; `nil` leaves one as it is, an empty name removes it.
    public func setContact(_ jid: BareJID, name: String?, groups: [String]?) async throws(BackendError) {
        let session = try onlineSession()
        guard let known = book[jid] else { throw .noSuchContact(jid.description) }
        let newName = try checked(name).map { $0.isEmpty ? nil : $0 } ?? known.name
        let item = RosterItem(jid: jid, name: newName, groups: try checked(groups) ?? known.groups)
        try await asking { () async throws(RequestFailure) in try await session.setRosterItem(item) }
    }

    /// Takes a contact out of the roster and ends both subscriptions.
    public func removeContact(_ jid: BareJID) async throws(BackendError) {
        let session = try onlineSession()
        guard book[jid] != nil else { throw .noSuchContact(jid.description) }
        try await asking { () async throws(RequestFailure) in try await session.removeRosterItem(jid) }
    }

    /// Answers a pending request with yes, or approves beforehand where the server can remember it.
    public func approve(_ jid: BareJID, subscribe: Bool) async throws(BackendError) {
        let session = try onlineSession()
        let isWaiting = try await requests().contains { $0.jid == jid }
        if !isWaiting {
            guard await session.offersPreApproval else {
                throw .noSuchRequest(jid.description)
            }
        }
        try await say(.approve(jid), session)
        try await forgetRequest(jid)
        guard subscribe, book[jid]?.subscription.showsTheirs != true else { return }
        try await say(.subscribe(to: jid, nickname: account.nickname), session)
    }

    /// Answers a pending request with no, or takes back an approval.
    public func deny(_ jid: BareJID) async throws(BackendError) {
        let session = try onlineSession()
        let isWaiting = try await requests().contains { $0.jid == jid }
        let contact = book[jid]
        let isApproved = contact.map { $0.isApproved || $0.subscription.showsOurs } ?? false
        guard isWaiting || isApproved else { throw .noSuchRequest(jid.description) }
        try await say(.deny(jid), session)
        try await forgetRequest(jid)
    }

    /// Removes many contacts, or only tells which.
    public func purge(_ wish: PurgeWish, carryingOut: Bool) async throws(BackendError) -> [BareJID] {
        let concerned = sortedContacts.filter(wish.concerns).map(\.jid)
        guard carryingOut else { return concerned }
        var removed: [BareJID] = []
        for jid in concerned where book[jid].map(wish.concerns) == true {
            try await removeContact(jid)
            removed.append(jid)
        }
        return removed
    }

    private func forgetRequest(_ jid: BareJID) async throws(BackendError) {
        do throws(StoreError) {
            try await commit([.removeRequest(id, jid)])
        } catch {
            throw BackendError(error)
        }
    }

    private func checked(_ name: String?) throws(BackendError) -> String? {
        guard let name else { return nil }
        guard name.utf8.count <= Self.nameLimit, name.unicodeScalars.allSatisfy({ $0.value >= 0x20 }) else {
            throw .invalidArguments("A name has at most \(Self.nameLimit) bytes and no control characters.")
        }
        return name
    }

    private func checkedText(_ text: String?) throws(BackendError) -> String? {
        guard let text else { return nil }
        guard text.utf8.count <= 4096, text.unicodeScalars.allSatisfy({ $0.value >= 0x20 || $0 == "\n" }) else {
            throw .invalidArguments("A message has at most 4096 bytes and no control characters.")
        }
        return text.isEmpty ? nil : text
    }

    private func checked(_ groups: [String]?) throws(BackendError) -> [String]? {
        guard let groups else { return nil }
        guard groups.count <= Self.groupLimit else { throw .invalidArguments("At most \(Self.groupLimit) groups.") }
        for group in groups {
            guard try checked(group)?.isEmpty == false else { throw .invalidArguments("A group has a name.") }
        }
        return groups
    }

    /// Sends a presence about subscriptions.
    func say(_ presence: Presence, _ session: Session) async throws(BackendError) {
        do {
            try await session.send(presence.element)
        } catch {
            throw .notConnected("The connection ended before it was sent.")
        }
    }

    /// Asks somebody, and gives what can go wrong the backend's form.
    func asking<Answer>(
        _ question: () async throws(RequestFailure) -> Answer
    ) async throws(BackendError) -> Answer {
        do throws(RequestFailure) {
            return try await question()
        } catch {
            switch error {
            case .refused(let refusal): throw .remote(refusal)
            case .timedOut: throw .timeout
            case .cancelled: throw .shuttingDown
            case .disconnected: throw .notConnected("The connection ended before the answer came.")
            case .malformedAnswer:
                throw BackendError(name: "RemoteError", sentence: "The answer is not what the specification asks for.")
            case .tooMany: throw BackendError(name: "LimitExceeded", sentence: "Too many questions wait for answers.")
            }
        }
    }
}

extension Contact {
    init(_ item: RosterItem) {
        self.init(
            jid: item.jid, name: item.name, groups: item.groups,
            subscription: Subscription(rawValue: item.subscription.rawValue) ?? .none, isAsked: item.isAsking,
            isApproved: item.isApproved)
    }
}
