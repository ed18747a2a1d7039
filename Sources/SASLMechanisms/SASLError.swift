/// Why a login was refused or broken off on our side, or what the server's mechanism said.
public struct SASLError: Error, Hashable, Sendable {
    /// Stable, lower-case code.
    public let code: String
    /// One sentence for the user: what happened and, where there is something, what to do.
    public let explanation: String

    init(_ code: String, _ explanation: String) {
        self.code = code
        self.explanation = explanation
    }
}

/// Broken or hostile exchanges.
extension SASLError {
    /// A message does not follow its grammar or exceeds its bounds.
    public static let malformed = SASLError(
        "malformed-message", "The server sent a login message that does not follow the specification.")
    /// A message came at a time when none of its kind may come.
    public static let outOfOrder = SASLError(
        "out-of-order", "The server sent a login message at a point where it makes no sense.")
    /// The server's nonce does not begin with ours, or adds nothing to it (RFC 5802 §5.1).
    public static let nonceMismatch = SASLError(
        "nonce-mismatch", "The server answered a different login than ours; somebody may be replaying an old one.")
    /// The server demands an extension that we do not know (`m=`, RFC 5802 §5.1).
    public static let mandatoryExtension = SASLError(
        "mandatory-extension", "The server demands a login extension that this program does not know.")
    /// The iteration count lies outside of the accepted range.
    public static let iterationsOutOfRange = SASLError(
        "iterations-out-of-range", "The server asks for a password hashing effort outside of the accepted range.")
    /// The list of mechanisms or binding types is not the one the server sent (XEP-0474 §6.2).
    public static let listTampered = SASLError(
        "list-tampered", "The list of login methods was changed on its way: somebody is in the middle.")
    /// The server did not sign its list, and without that this login would not be safe (XEP-0474 §7, rule 6).
    public static let listUnsigned = SASLError(
        "list-unsigned",
        "The server offers channel binding only in kinds that cannot be used here, and nothing proves that this is "
            + "its own list.")
    /// Client and server do not see the same TLS version (XEP-0515 §4.2).
    public static let tlsVersionMismatch = SASLError(
        "tls-version-mismatch", "The server sees another TLS version than we do: somebody is in the middle.")
    /// Success came without the proof that the server knows the secret, or with a wrong one.
    public static let serverNotVerified = SASLError(
        "server-not-verified",
        "The server did not prove that it knows the account: it may be another one, and the login was broken off.")
    /// A name, password or identity has a form which the mechanism cannot carry.
    public static let unusableCredential = SASLError(
        "unusable-credential", "The user name or password is empty, too long, or has a character that cannot be sent.")
    /// The keys do not belong to the salt, count or hash that the server named.
    public static let keysDoNotFit = SASLError(
        "keys-do-not-fit", "The stored login keys do not fit the account any more: enter the password again.")
    /// The crypto library failed.
    public static let cryptoFailed = SASLError(
        "crypto-failed", "The cryptographic library of this system failed or lacks a function.")
}
