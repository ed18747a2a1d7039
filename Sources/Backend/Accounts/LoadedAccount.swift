import Domain
import SASLMechanisms
import Store
import XMPPSessions

/// An account as it comes out of the store, with all its service needs to begin.
struct LoadedAccount: Sendable {
    var account: Account
    var contacts: [Contact] = []
    var rosterVersion: String?
    var presence: OwnPresence
    var login: LoginState
    var manners = Manners()
    var queued = 0
    var archive = ArchiveMemory()
    var retention: RetentionPeriod?
    /// Conversations whose settings other devices are still to be told.
    var untold: [ConversationID: UntoldSettings] = [:]
    /// Conversations that were read while nobody could be told.
    var owed: [ConversationID] = []

    /// An account that was just added.
    init(new account: Account) {
        self.account = account
        presence = OwnPresence(priority: account.priority)
        login = LoginState(pin: .none)
    }

    init(_ account: Account, from store: Store, sealer: Sealer?) async throws(StoreError) {
        self.init(new: account)
        let roster = try await store.roster(of: account.id)
        contacts = roster.contacts
        rosterVersion = roster.version
        queued = try await store.outboxCount(of: account.id)
        archive.support = try await store.archive(ArchiveScope(account: account.id, archive: account.jid)).support
        retention = try await store.retention(.account(account.id))
        untold = try await store.setting(UntoldText.setting(account.id)).map(UntoldText.conversations) ?? [:]
        owed = try await store.setting(OwedText.setting(account.id)).map(OwedText.conversations) ?? []
        if let text = try await store.setting(PresenceText.setting(account.id)) {
            presence = PresenceText.presence(text) ?? presence
        }
        if let text = try await store.setting(MannersText.setting(account.id)) {
            manners = MannersText.manners(text) ?? manners
        }
        guard let kept = try await store.login(of: account.id) else { return }
        // A pin that cannot be read must not become none: the strictest reading holds.
        login.pin = kept.pin.map { LoginPin(text: $0) ?? .strict } ?? .none
        guard let sealer else { return }
        if let box = kept.sealedToken, let text = sealer.text(box, for: account.id, .token) {
            login.token = TokenText.token(text)
        }
        if let stream = try await store.resumption(of: account.id),
            let streamID = sealer.text(stream.sealedID, for: account.id, .stream)
        {
            login.leftover = LoginState.Leftover(
                resumption: Resumption(id: streamID, location: stream.location, handled: stream.handled),
                jid: stream.boundJID)
        }
    }
}

extension LoginPin {
    /// Nothing is known but that the password must not leave in the clear.
    fileprivate static var strict: LoginPin {
        var pin = LoginPin.none
        pin.offered(["SCRAM-SHA-1"])
        return pin
    }
}
