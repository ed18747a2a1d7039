internal import Digests
internal import SASLMechanisms
internal import XMLStreams
internal import XMPPSessions

/// What a login wants done, in the order given.
enum LoginAction: Sendable, Equatable {
    /// Take a fresh parser, drop what the old one holds, and write this header.
    ///
    /// Bytes that stand behind what was just read belong to nothing: they end the login.
    case open(StreamHeader)
    case send(Element)
    /// Begin with TLS.  Any byte that stands behind what was just read ends the login (RFC 6120 §5.4.3.3).
    case secure
    /// Derive these keys away from the event loop.
    case derive(SCRAMDerivation, password: Secret)
    /// The stream is ready for stanzas.
    case finish(LoginResult)
    /// Close, and go on at this host, `name` or `name:port`.
    case redirect(String)
    /// Close, and begin again without the token, which the server refused.
    case forgetToken
    /// Close: the login has failed.
    case fail(StreamProblem)
}
