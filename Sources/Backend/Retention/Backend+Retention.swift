public import Domain
public import Store

extension Backend {
    /// Seconds after which entries may be deleted at the earliest.
    public static let shortestRetention: UInt32 = 60

    /// How long entries are kept where neither their account nor their conversation says it.
    public func retention() async throws(BackendError) -> RetentionPeriod {
        do throws(StoreError) { return try await surroundings.store.retention(.global) ?? .forever } catch {
            throw BackendError(error)
        }
    }

    /// Changes how long entries are kept where neither their account nor their conversation says it; at once.
    public func setRetention(_ period: RetentionPeriod) async throws(BackendError) {
        try Self.check(period)
        do throws(StoreError) {
            try await surroundings.store.commit(Batch([.setRetention(.global, period)]))
        } catch {
            throw BackendError(error)
        }
        await sweeper.look()
    }

    static func check(_ period: RetentionPeriod?) throws(BackendError) {
        guard case .seconds(let seconds)? = period, seconds < shortestRetention else { return }
        throw .invalidArguments("Entries are kept for \(shortestRetention) seconds at least; 0 keeps them for ever.")
    }

    /// To be told of all that the store commits, from any thread.
    public nonisolated func noted(_ committed: Committed) {
        sweeper.noted(committed)
    }
}

extension AccountService {
    /// Changes how long entries of the account are kept where their conversation does not say it; `nil`: as long as the
    /// daemon says.  At once.
    public func setRetention(_ period: RetentionPeriod?) async throws(BackendError) {
        try Backend.check(period)
        do throws(StoreError) {
            try await commit([.setRetention(.account(id), period)])
        } catch {
            throw BackendError(error)
        }
        retention = period
        tell()
        await surroundings.sweeper.look()
    }
}
