public import Digests
public import Domain
public import Store

/// Passwords in the database, sealed under the key file: for machines where no Secret Service answers.
public struct SealedFileVault: SecretVault {
    private let store: Store
    private let key: KeyFile

    public init(store: Store, key: KeyFile) {
        self.store = store
        self.key = key
    }

    public var name: String { "sealed-file" }

    public func keep(_ secret: Secret, for account: Account) async throws(VaultError) {
        let sealer = Sealer(key: try key.key())
        let box: [UInt8]
        do {
            box = try sealer.seal(secret, for: account.id, .password)
        } catch {
            throw VaultError(code: "secret-unsealable", sentence: "The password could not be sealed.")
        }
        try await put(box, account.id)
    }

    public func secret(for account: Account) async throws(VaultError) -> Secret? {
        let login: StoredLogin?
        do throws(StoreError) { login = try await store.login(of: account.id) } catch { throw Self.error(error) }
        guard let box = login?.sealedSecret else { return nil }
        let sealer = Sealer(key: try key.key())
        do {
            return try sealer.open(box, for: account.id, .password)
        } catch {
            throw VaultError(
                code: "secret-damaged",
                sentence: "The stored password does not fit the key file \(key.path): set the password anew.")
        }
    }

    public func forget(_ account: Account) async throws(VaultError) {
        do throws(StoreError) {
            try await store.commit(Batch([.setSealedSecret(account.id, nil)]))
        } catch  where error.kind == .noSuchAccount {
            // Gone with the account.
        } catch {
            throw Self.error(error)
        }
    }

    private func put(_ box: [UInt8], _ account: AccountID) async throws(VaultError) {
        do throws(StoreError) {
            try await store.commit(Batch([.setSealedSecret(account, box)]))
        } catch {
            throw Self.error(error)
        }
    }

    private static func error(_ error: StoreError) -> VaultError {
        VaultError(code: "secret-unstored", sentence: "The database refused (\(error.kind.code)): \(error.detail)")
    }
}
