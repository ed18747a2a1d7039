import Testing
import XMPPAddresses

@testable import XMPPTransport

struct PeerIdentityTests {
    @Test(
        "Names that belong to the account's domain (RFC 6120 §13.7.1.2)",
        arguments: [
            ("a@example.org", CertificateName.dns("example.org")), ("a@example.org", .dns("EXAMPLE.org")),
            ("a@im.example.org", .dns("*.example.org")), ("a@example.org", .service("_xmpp-client.example.org")),
            ("a@example.org", .xmppAddress("example.org")), ("a@bücher.example", .dns("xn--bcher-kva.example")),
            ("a@bücher.example", .xmppAddress("bücher.example")), ("a@192.0.2.7", .address([192, 0, 2, 7])),
            ("a@[::1]", .address(Array(repeating: 0, count: 15) + [1])),
        ])
    func accepted(account: String, name: CertificateName) throws {
        #expect(PeerIdentity(try BareJID(account)).matches([.dns("other.example"), name]))
    }

    @Test(
        "Names that do not",
        arguments: [
            ("a@example.org", CertificateName.dns("example.com")), ("a@example.org", .dns("im.example.org")),
            ("a@example.org", .dns("*.example.org")), ("a@a.im.example.org", .dns("*.example.org")),
            ("a@im.example.org", .dns("i*.example.org")), ("a@im.example.org", .dns("*m.example.org")),
            ("a@im.example.org", .dns("im.*.org")), ("a@example.org", .dns("*.org")), ("a@example.org", .dns("*")),
            ("a@example.org", .dns("")), ("a@example.org", .dns("example.org.")),
            ("a@example.org", .service("_xmpp-server.example.org")),
            ("a@example.org", .service("_xmpp-client.example.com")),
            ("a@im.example.org", .service("_xmpp-client.*.example.org")),
            ("a@example.org", .xmppAddress("a@example.org")),
            ("a@192.0.2.7", .dns("192.0.2.7")), ("a@192.0.2.7", .address([192, 0, 2, 8])),
            ("a@example.org", .address([192, 0, 2, 7])),
        ])
    func refused(account: String, name: CertificateName) throws {
        #expect(!PeerIdentity(try BareJID(account)).matches([name]))
    }

    @Test("No names match nothing")
    func none() { #expect(!PeerIdentity(.example).matches([])) }

    @Test("SNI has the A-label, and never an address")
    func serverName() throws {
        #expect(PeerIdentity(try BareJID("a@bücher.example")).serverName == "xn--bcher-kva.example")
        #expect(PeerIdentity(try BareJID("a@192.0.2.7")).serverName == nil)
    }
}
