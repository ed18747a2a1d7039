public import Digests
public import Domain

/// Two vaults: passwords go to the first where it takes them, else to the second, and are found wherever they are.
public struct LayeredVault: SecretVault {
    private let first: any SecretVault
    private let second: any SecretVault
    private let isFirstThere: @Sendable () -> Bool

    /// - Parameter isFirstThere: whether the first would take a password now; only the name depends on it.
    public init(
        _ first: any SecretVault, else second: any SecretVault, isFirstThere: @escaping @Sendable () -> Bool = { true }
    ) {
        self.first = first
        self.second = second
        self.isFirstThere = isFirstThere
    }

    /// That of the vault which takes the next password.
    public var name: String { isFirstThere() ? first.name : second.name }

    public func keep(_ secret: Secret, for account: Account) async throws(VaultError) {
        do throws(VaultError) {
            try await first.keep(secret, for: account)
        } catch {
            try await second.keep(secret, for: account)
            return
        }
        // An older copy must not be found later in place of the new one.
        try await second.forget(account)
    }

    public func secret(for account: Account) async throws(VaultError) -> Secret? {
        let problem: VaultError
        do throws(VaultError) {
            if let secret = try await second.secret(for: account) { return secret }
            return try await first.secret(for: account)
        } catch {
            problem = error
        }
        // What one of them cannot tell, the other may know.
        if let secret = try? await first.secret(for: account) { return secret }
        throw problem
    }

    /// Both forget, even where one of them cannot.
    public func forget(_ account: Account) async throws(VaultError) {
        do throws(VaultError) {
            try await second.forget(account)
        } catch {
            try? await first.forget(account)
            throw error
        }
        try await first.forget(account)
    }
}
