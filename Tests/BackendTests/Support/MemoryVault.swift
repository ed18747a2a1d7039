import Backend
import Digests
import Domain
import Synchronization

/// Passwords in memory; fails when told to.
final class MemoryVault: SecretVault {
    private struct State {
        var secrets: [AccountID: Secret] = [:]
        var failure: VaultError?
    }

    private let state = Mutex(State())
    let name: String

    init(_ name: String = "memory") { self.name = name }

    func fail(_ error: VaultError?) { state.withLock { $0.failure = error } }

    private func look<Value: Sendable>(
        _ action: (inout [AccountID: Secret]) -> Value
    ) throws(VaultError) -> Value {
        let result: Result<Value, VaultError> = state.withLock { state in
            if let failure = state.failure { return .failure(failure) }
            return .success(action(&state.secrets))
        }
        return try result.get()
    }

    func keep(_ secret: Secret, for account: Account) async throws(VaultError) { try look { $0[account.id] = secret } }

    func secret(for account: Account) async throws(VaultError) -> Secret? { try look { $0[account.id] } }

    func forget(_ account: Account) async throws(VaultError) { try look { _ = $0.removeValue(forKey: account.id) } }
}
