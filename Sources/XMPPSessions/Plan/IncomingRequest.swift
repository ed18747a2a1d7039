public import XMLStreams
public import XMPPAddresses
public import XMPPStanzas

/// A request somebody sends us (RFC 6120 §8.2.3).
public struct IncomingRequest: Sendable {
    public let id: String
    /// As on the stanza; `nil`: our own account.
    public let from: JID?
    /// Its only child.
    public let payload: Element
    public let authority: Authority

    public init(id: String, from: JID?, payload: Element, authority: Authority) {
        self.id = id
        self.from = from
        self.payload = payload
        self.authority = authority
    }
}

/// What becomes of a request.
public enum Answer: Sendable {
    /// A result with this child, or an empty one.
    case result(Element?)
    case error(StanzaError)
    /// An empty result, once this is committed.
    case produce(any ExtensionProduct)
    /// Counted, and answered as if nobody was here.
    case refuse(Refusal)
    /// Made outside of the stream's turn, once everything before the request is committed.
    case later(@Sendable () async -> Answer)
}
