internal import SASLMechanisms
internal import XMLStreams

/// What a login hears.
enum LoginEvent: Sendable {
    /// The connection is there, and nothing was said on it yet.
    case connected
    /// TLS is up, and the certificate belongs to the account's domain.
    case secured(TLSFacts)
    /// The server's stream header, with the default namespace it declares.
    case opened(Element, content: Namespace?)
    /// One complete child of the stream.
    case element(Element)
    /// The keys that were asked for, or why there are none.
    case derived(Result<SCRAMKeys, SASLError>)
}
