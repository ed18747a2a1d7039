import Digests
import Domain
import SASLMechanisms
import XMPPSessions

/// What an account keeps between logins, in memory; the store has it sealed.
struct LoginState: Sendable {
    var pin: LoginPin
    var token: FASTToken?
    /// Found in the store when the process began: a session that an earlier process may have left at the server.
    var leftover: Leftover?

    struct Leftover: Sendable {
        var resumption: Resumption
        var jid: String
    }
}

/// Seals what the store keeps under the key file; each piece is bound to its account and its purpose.
struct Sealer: Sendable {
    enum Purpose: String { case password, token, stream }

    let key: Secret

    func seal(_ text: String, for account: AccountID, _ purpose: Purpose) throws(CryptoError) -> [UInt8] {
        try seal(Secret(utf8: text), for: account, purpose)
    }

    func seal(_ secret: Secret, for account: AccountID, _ purpose: Purpose) throws(CryptoError) -> [UInt8] {
        let nonce = try RandomBytes.make(Sealing.nonceOctets)
        return try Sealing.seal(secret, key: key, nonce: nonce, context: context(account, purpose))
    }

    func open(_ box: [UInt8], for account: AccountID, _ purpose: Purpose) throws(CryptoError) -> Secret {
        try Sealing.open(box, key: key, context: context(account, purpose))
    }

    func text(_ box: [UInt8], for account: AccountID, _ purpose: Purpose) -> String? {
        guard let secret = try? open(box, for: account, purpose) else { return nil }
        return secret.expose { String(validating: $0, as: UTF8.self) }
    }

    private func context(_ account: AccountID, _ purpose: Purpose) -> [UInt8] {
        Array("saluton \(purpose.rawValue) \(account)".utf8)
    }
}
