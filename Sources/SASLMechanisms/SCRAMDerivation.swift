public import Digests

/// The slow step of SCRAM: which keys the server wants to be proved.
public struct SCRAMDerivation: Hashable, Sendable {
    public let hash: SCRAMHash
    public let salt: [UInt8]
    public let iterations: Int

    public init(hash: SCRAMHash, salt: [UInt8], iterations: Int) {
        self.hash = hash
        self.salt = salt
        self.iterations = iterations
    }

    /// The keys of a password (RFC 5802 §3). Slow on purpose: call it off the event loop.
    ///
    /// `password` is UTF-8 that was already prepared: RFC 8265 OpaqueString, or SASLprep where the server wants it.
    /// Errors: `unusableCredential` when it is empty or above 1,024 octets, `cryptoFailed`.
    public func keys(password: Secret) throws(SASLError) -> SCRAMKeys {
        guard (1...1_024).contains(password.count) else { throw .unusableCredential }
        do throws(CryptoError) {
            let salted = try KeyDerivation.pbkdf2(
                password: password, salt: salt, iterations: iterations, with: hash.function)
            return SCRAMKeys(
                derivation: self,
                clientKey: Secret(try MessageCode.hmac(Array("Client Key".utf8), key: salted, with: hash.function)),
                serverKey: Secret(try MessageCode.hmac(Array("Server Key".utf8), key: salted, with: hash.function)))
        } catch {
            throw .cryptoFailed
        }
    }
}
