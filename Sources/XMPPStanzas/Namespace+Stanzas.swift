public import XMLStreams

extension Namespace {
    /// Defined conditions of stanza errors (RFC 6120 §8.3.2).
    public static let stanzaErrors: Namespace = "urn:ietf:params:xml:ns:xmpp-stanzas"
    /// Rosters and roster pushes (RFC 6121 §2.1.1).
    public static let roster: Namespace = "jabber:iq:roster"
    /// Defined conditions of stream errors (RFC 6120 §4.9.2).
    public static let streamConditions: Namespace = "urn:ietf:params:xml:ns:xmpp-streams"
}
