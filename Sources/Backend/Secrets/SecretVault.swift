public import Digests
public import Domain

/// Where passwords are kept.
public protocol SecretVault: Sendable {
    /// The word on the bus: `secret-service` or `sealed-file`.
    var name: String { get }

    /// Keeps a password, in place of one kept before.
    func keep(_ secret: Secret, for account: Account) async throws(VaultError)

    /// The password; `nil` when none is kept.
    func secret(for account: Account) async throws(VaultError) -> Secret?

    /// Deletes what is kept; without effect where nothing is.
    func forget(_ account: Account) async throws(VaultError)
}

/// Why a vault did not do what it was asked for.
public struct VaultError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Stable: `vault-locked`, `vault-unreachable`, `key-file-unsafe`, `key-file-unusable`, `secret-damaged`.
    public let code: String
    /// One sentence that says where, and what to do.
    public let sentence: String

    public init(code: String, sentence: String) {
        self.code = code
        self.sentence = sentence
    }

    public var description: String { sentence }
}
