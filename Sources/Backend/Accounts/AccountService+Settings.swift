import Domain
import Store

extension AccountService {
    /// Changes settings, all or none; returns the names of those that need a new connection to apply.
    public func change(_ change: AccountChange) async throws(BackendError) -> [String] {
        await takeTurn()
        defer { passTurn() }
        guard !isStopped else { throw .shuttingDown }
        var changed = account
        try change.apply(to: &changed)
        var mannersAfter = manners
        change.apply(to: &mannersAfter)
        let old = account
        if let password = change.password {
            do throws(VaultError) {
                try await surroundings.vault.keep(password, for: changed)
            } catch {
                throw BackendError(error)
            }
        }
        do throws(StoreError) {
            let told = Change.setSetting(MannersText.setting(id), MannersText.text(mannersAfter))
            try await commit([.updateAccount(changed)] + (mannersAfter == manners ? [] : [told]))
        } catch {
            throw BackendError(error)
        }
        account = changed
        manners = mannersAfter
        tell()
        if old.isEnabled != changed.isEnabled {
            if changed.isEnabled { connect() } else { await disconnect() }
        } else if state == .failed || state == .waiting, change.password != nil || old != changed {
            // What kept it from connecting may be mended now.
            connect()
        }
        return isOnline ? change.needsReconnect(old, changed) : []
    }

    /// Changes come one after the other, so that none is made from what another is about to replace.
    private func takeTurn() async {
        guard isChanging else {
            isChanging = true
            return
        }
        await withCheckedContinuation { changers.append($0) }
    }

    private func passTurn() {
        if changers.isEmpty { isChanging = false } else { changers.removeFirst().resume() }
    }
}
