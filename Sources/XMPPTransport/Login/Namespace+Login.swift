internal import XMLStreams

extension Namespace {
    /// STARTTLS (RFC 6120 §5).
    static let startTLS: Namespace = "urn:ietf:params:xml:ns:xmpp-tls"
    /// SASL (RFC 6120 §6).
    static let sasl: Namespace = "urn:ietf:params:xml:ns:xmpp-sasl"
    /// Resource binding (RFC 6120 §7).
    static let bind: Namespace = "urn:ietf:params:xml:ns:xmpp-bind"
    /// Session establishment of older servers (RFC 3921 §3).
    static let session: Namespace = "urn:ietf:params:xml:ns:xmpp-session"
    /// XEP-0388.
    static let sasl2: Namespace = "urn:xmpp:sasl:2"
    /// XEP-0386.
    static let bind2: Namespace = "urn:xmpp:bind:0"
    /// XEP-0484.
    static let fast: Namespace = "urn:xmpp:fast:0"
    /// XEP-0440.
    static let channelBinding: Namespace = "urn:xmpp:sasl-cb:0"
}
