public import Digests

/// What SCRAM needs of a password, for one salt and count; worth the password at this server, useless elsewhere.
///
/// Stored instead of the password, it logs in as long as the server keeps its salt, count and hash.
public struct SCRAMKeys: Equatable, Sendable {
    /// What the keys were derived for.
    public let derivation: SCRAMDerivation
    /// HMAC(SaltedPassword, "Client Key"): proves us.
    public let clientKey: Secret
    /// HMAC(SaltedPassword, "Server Key"): proves the server.
    public let serverKey: Secret

    public init(derivation: SCRAMDerivation, clientKey: Secret, serverKey: Secret) {
        self.derivation = derivation
        self.clientKey = clientKey
        self.serverKey = serverKey
    }

    /// ClientProof and ServerSignature for one exchange (RFC 5802 §3).
    func prove(_ authMessage: [UInt8]) throws(SASLError) -> (proof: [UInt8], serverSignature: [UInt8]) {
        let function = derivation.hash.function
        guard clientKey.count == function.octets, serverKey.count == function.octets else { throw .keysDoNotFit }
        do throws(CryptoError) {
            let key = clientKey.expose { Array($0) }
            let storedKey = try Digest.hash(key, with: function)
            let signature = try MessageCode.hmac(authMessage, key: storedKey, with: function)
            return (
                zip(key, signature).map { $0 ^ $1 },
                try MessageCode.hmac(authMessage, key: serverKey, with: function)
            )
        } catch {
            throw .cryptoFailed
        }
    }
}
