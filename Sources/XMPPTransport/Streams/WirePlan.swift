internal import SASLMechanisms
internal import XMPPSessions

/// All that one connection needs to know.
struct WirePlan: Sendable {
    var request: LoginRequest
    var candidate: Candidate
    /// The proxy that the TCP connection leads to; `nil`: it leads to the candidate.
    var proxy: ProxyAddress?
    var authorities: TrustedAuthorities
    var settings: TransportSettings
    var work: BlockingWork
    var nonce: ClientNonce
    /// The peer as text, for `StreamSecurity`.
    var address: String
}

/// How a login on one connection ended.
enum LoginEnd: Sendable {
    case ready(NetworkStream, LoginResult, StreamSecurity)
    /// Go on at this host (RFC 6120 §4.9.3.19).
    case redirected(String)
    /// The server refused the token, but not the account (XEP-0484 §4.1).
    case tokenRefused
    /// `isOfPlace`: this address or port is at fault, so that another one may do.
    case failed(StreamProblem, isOfPlace: Bool)
}
