import Digests
public import Domain
import Logging
public import Store
public import XMPPAddresses
public import XMPPSessions

/// All accounts of this user, and what concerns none of them alone.
public actor Backend {
    public nonisolated let surroundings: Surroundings
    private var services: [AccountID: AccountService] = [:]
    /// In the order in which they were added.
    private var order: [AccountID] = []
    private var isStopped = false
    /// Whether somebody looks at a frontend.
    public private(set) var isWatched = false
    let log: Logger

    public init(_ surroundings: Surroundings) {
        self.surroundings = surroundings
        log = surroundings.logger("saluton.backend")
    }

    /// Reads all accounts from the store and tells the observer of them and their conversations; connects nothing.
    public func load() async throws(StoreError) {
        let accounts = try await surroundings.store.accounts()
        guard !accounts.isEmpty else { return }
        let sealer = try? Sealer(key: surroundings.key.key())
        for account in accounts {
            let loaded = try await LoadedAccount(account, from: surroundings.store, sealer: sealer)
            let service = AccountService(loaded, surroundings: surroundings)
            services[account.id] = service
            order.append(account.id)
            await service.tell()
        }
        for conversation in try await surroundings.store.conversations() { surroundings.observer.opened(conversation) }
    }

    nonisolated var sweeper: RetentionSweeper { surroundings.sweeper }

    /// Connects every enabled account, and begins to delete what is due.
    public func start() async {
        for service in all { await service.start() }
        await sweeper.start()
    }

    /// Closes all streams in order; returns when that is done, or when patience is at its end.
    public func stop(patience: Duration) async {
        isStopped = true
        await sweeper.stop()
        await withTaskGroup { group in
            for service in all { group.addTask { await service.stop(patience: patience) } }
        }
    }

    var all: [AccountService] { order.compactMap { services[$0] } }

    public func account(_ id: AccountID) -> AccountService? { services[id] }

    /// An account by its bare JID or id; empty: the only one, or the enabled one that was added first.
    public func find(_ name: String) async throws(BackendError) -> AccountService {
        if name.isEmpty {
            for service in all where await service.account.isEnabled { return service }
            guard let first = all.first else { throw .noSuchAccount("") }
            return first
        }
        if let id = AccountID(name), let service = services[id] { return service }
        let jid: BareJID
        do throws(AddressError) { jid = try BareJID(name) } catch { throw .invalidAddress("\(error)") }
        guard let service = all.first(where: { $0.jid == jid }) else { throw .noSuchAccount(jid.description) }
        return service
    }

    /// Adds an account, keeps its password, and connects it when it is enabled.
    public func addAccount(
        _ jid: BareJID, _ change: AccountChange
    ) async throws(BackendError) -> AccountService {
        guard !isStopped else { throw .shuttingDown }
        guard jid.hasLocal || change.login == .anonymous else {
            throw .invalidAddress("An account needs a name before the @.")
        }
        guard !all.contains(where: { $0.jid == jid }) else { throw .accountExists(jid.description) }
        var account = Account(id: AccountID(random: surroundings.random()), jid: jid)
        try change.apply(to: &account)
        do throws(StoreError) {
            try await surroundings.store.commit(Batch([.addAccount(account, StoredLogin())]))
        } catch {
            throw error.kind == .accountExists ? .accountExists(jid.description) : BackendError(error)
        }
        if let password = change.password { try await keep(password, of: account) }
        let service = AccountService(LoadedAccount(new: account), surroundings: surroundings)
        services[account.id] = service
        order.append(account.id)
        log.notice("account added", metadata: ["account": "\(account.id)"])
        await service.setWatched(isWatched)
        // The daemon may have begun to end meanwhile; the account is there when it comes back.
        if isStopped { await service.stop(patience: .zero) } else { await service.start() }
        return service
    }

    /// Keeps the password of a new account; without it there is no account.
    private func keep(_ password: Secret, of account: Account) async throws(BackendError) {
        do throws(VaultError) {
            try await surroundings.vault.keep(password, for: account)
        } catch {
            _ = try? await surroundings.store.commit(Batch([.removeAccount(account.id)]))
            throw BackendError(error)
        }
    }

    /// Disconnects an account and deletes it with everything it has.
    public func removeAccount(_ id: AccountID) async throws(BackendError) {
        guard let service = services[id] else { throw .noSuchAccount(id.description) }
        await service.stop(patience: .milliseconds(800))
        let account = await service.account
        do throws(StoreError) {
            try await surroundings.store.commit(
                Batch([
                    .removeAccount(id), .setSetting(PresenceText.setting(id), nil),
                    .setSetting(MannersText.setting(id), nil),
                    .setSetting(UntoldText.setting(id), nil), .setSetting(OwedText.setting(id), nil),
                ]))
        } catch {
            if error.kind != .noSuchAccount { await service.revive() }
            throw BackendError(error)
        }
        services[id] = nil
        order.removeAll { $0 == id }
        await service.retire()
        surroundings.observer.removed(id)
        log.notice("account removed", metadata: ["account": "\(id)"])
        do throws(VaultError) { try await surroundings.vault.forget(account) } catch { throw BackendError(error) }
    }

    /// Somebody looks at a frontend, or nobody does any more.
    public func setWatched(_ watched: Bool) async {
        guard watched != isWatched else { return }
        isWatched = watched
        for service in all { await service.setWatched(watched) }
    }

    /// The network is up again, or the machine woke.
    public func encourage() async {
        for service in all { await service.encourage() }
    }

    /// What was refused since the start, by code and section.
    public nonisolated func refusals() async -> [(refusal: Refusal, count: Int)] {
        var sum: [Refusal: Int] = [:]
        for service in await all {
            for row in service.refused.snapshot { sum[row.refusal, default: 0] += row.count }
        }
        return sum.map { ($0.key, $0.value) }.sorted { $0.refusal.code < $1.refusal.code }
    }

    /// Tells the observer of every account once more, as something about all of them changed.
    public func tell() async {
        for service in all { await service.tell() }
    }
}
