public import Digests
public import SASLMechanisms

/// What an account logs in with.
///
/// Several may be there at once; which one is used follows from what the server offers (`MechanismChoice`).
public struct Credentials: Sendable, Equatable {
    /// A certificate of our own for EXTERNAL (XEP-0178).
    public struct Certificate: Sendable, Hashable {
        /// A PEM file: the certificate and whatever stands between it and its authority, in that order.
        public var chainFile: String
        /// A PEM file with the private key, not sealed by a passphrase.
        public var keyFile: String

        public init(chainFile: String, keyFile: String) {
            self.chainFile = chainFile
            self.keyFile = keyFile
        }
    }

    /// The password in UTF-8, prepared as OpaqueString (RFC 8265 §4.2); `nil` when only keys are kept, or none.
    public var password: Secret?
    /// SCRAM keys of an earlier login; good as long as the server keeps salt, count and hash.
    public var keys: SCRAMKeys?
    public var certificate: Certificate?
    /// Log in as nobody: the server makes up the address (RFC 4505).
    public var isAnonymous: Bool

    public init(
        password: Secret? = nil, keys: SCRAMKeys? = nil, certificate: Certificate? = nil, isAnonymous: Bool = false
    ) {
        self.password = password
        self.keys = keys
        self.certificate = certificate
        self.isAnonymous = isAnonymous
    }

    /// Nobody in particular.
    public static let anonymous = Credentials(isAnonymous: true)
}
