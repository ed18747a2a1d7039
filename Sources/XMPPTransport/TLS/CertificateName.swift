/// A name that a certificate claims (RFC 6120 §13.7.1.2).
enum CertificateName: Hashable, Sendable {
    case dns(String)
    /// `_xmpp-client.example.org` (RFC 4985).
    case service(String)
    /// id-on-xmppAddr of older certificates.
    case xmppAddress(String)
    /// 4 or 16 octets.
    case address([UInt8])
}
