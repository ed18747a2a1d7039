import Testing

@testable import XMPPAddresses

@Suite("Links to addresses")
struct XMPPURITests {
    @Test("The vectors of RFC 5122 and XEP-0147 hold", arguments: Vectors.jid.uris)
    func vectors(_ row: JIDVectors.Link) throws {
        guard row.error == nil else {
            #expect(throws: AddressError.self, "\(row.source)") { try XMPPURI(row.uri) }
            return
        }
        let link = try XMPPURI(row.uri)
        #expect(link.account?.description == row.account)
        #expect(link.address?.description == row.to)
        #expect(link.query?.action == row.action)
        let parameters = link.query.map { Dictionary($0.parameters.map { ($0.name, $0.value) }) { first, _ in first } }
        #expect(parameters == row.params)
        #expect(try XMPPURI(link.description) == link)
    }

    @Test(
        "The examples of RFC 5122 are printed as they stand there",
        arguments: [
            "xmpp:node@example.com", "xmpp://guest@example.com", "xmpp://guest@example.com/support@example.com?message",
            "xmpp:example-node@example.com?message;subject=Hello%20World",
            "xmpp:nasty!%23$%25()*+,-.;=%3F%5B%5C%5D%5E_%60%7B%7C%7D~node@example.com",
            "xmpp:node@example.com/repulsive%20!%23%22$%25&'()*+,-.%2F:;%3C=%3E%3F%40%5B%5C%5D%5E_%60%7B%7C%7D~resource",
            "xmpp:ji%C5%99i@%C4%8Dechy.example/v%20Praze", "xmpp:a@[::1]/r#part/2",
        ])
    func printing(text: String) throws {
        #expect(try XMPPURI(text).description == text)
    }

    @Test("An IRI with raw letters is the same link")
    func iri() throws {
        #expect(
            try XMPPURI("XMPP:jiři@čechy.example/v Praze") == XMPPURI("xmpp:ji%c5%99i@%C4%8Dechy.example/v%20Praze"))
    }

    @Test("A password in a link is dropped")
    func passwords() throws {
        let link = try XMPPURI("xmpp:room@example.com?join;password=cauldron;Password=x;%70assword=y;nick=Romeo")
        #expect(link.query?.parameters == [.init("nick", "Romeo")])
        #expect(link.description == "xmpp:room@example.com?join;nick=Romeo")
        #expect(XMPPURI.Query("join", [.init("PASSWORD", "x")]).parameters.isEmpty)
    }

    @Test(
        "An unknown action is kept and flagged",
        arguments: [
            ("join", true), ("message", true), ("delete-everything", false), ("Join", false), ("omemo-sid-1=ab", false),
        ])
    func unknownActions(query: String, isKnown: Bool) throws {
        let link = try XMPPURI("xmpp:a@example.com?\(query)")
        #expect(link.query?.isKnown == isKnown)
        #expect(try XMPPURI(link.description) == link)
    }

    @Test("Parameters may stand without an action, a value or sense")
    func oddParameters() throws {
        let query = try #require(XMPPURI("xmpp:a@example.com?omemo-sid-1=ab;x;;y=;y=2=3").query)
        #expect(query.action.isEmpty)
        #expect(query["omemo-sid-1"] == "ab")
        #expect(query["x"] == "")
        #expect(query["y"] == "")
        #expect(query["z"] == nil)
        #expect(query.parameters.last == .init("y", "2=3"))
        #expect(try XMPPURI("xmpp:a@example.com?").query == nil)
    }

    @Test("The account of a link stands before the address")
    func accounts() throws {
        let account = try BareJID("me@example.com")
        let link = XMPPURI(account: account, address: try JID("you@example.net/r"), query: .init("message"))
        #expect(link.description == "xmpp://me@example.com/you@example.net/r?message")
        #expect(try XMPPURI(link.description) == link)
        #expect(try XMPPURI("xmpp://me@example.com/?message").address == nil)
    }

    @Test(
        "Each refusal names the part and the reason",
        arguments: [
            ("", AddressError(.link, .scheme)),
            ("http://a@example.com", AddressError(.link, .scheme)),
            ("xmpp\u{1A}a@example.com", AddressError(.link, .scheme)),
            ("xmpp:", AddressError(.domain, .empty)),
            ("xmpp:?join", AddressError(.domain, .empty)),
            ("xmpp:a@example.com/", AddressError(.resource, .empty)),
            ("xmpp://example.com/a@example.com", AddressError(.local, .empty)),
            ("xmpp:///a@example.com", AddressError(.domain, .empty)),
            ("xmpp:a%40b@example.com", AddressError(.local, .disallowed, codePoint: "@")),
            ("xmpp:a@example.com%2Fb", AddressError(.domain, .disallowed, codePoint: "/")),
            ("xmpp:a@example.com?message;body=%00", AddressError(.link, .percentEncoding)),
            ("xmpp:a@example.com?message;body=\u{0}", AddressError(.link, .percentEncoding)),
            ("xmpp:a@example.com?message;body=%FF", AddressError(.link, .percentEncoding)),
            ("xmpp:a@example.com?message;body=%4", AddressError(.link, .percentEncoding)),
            ("xmpp:a@example.com?message;body=%G0", AddressError(.link, .percentEncoding)),
            ("xmpp:a@example.com#%", AddressError(.link, .percentEncoding)),
        ])
    func refusals(text: String, expected: AddressError) {
        #expect(throws: expected) { try XMPPURI(text) }
    }

    @Test("Links are bounded")
    func bounds() throws {
        let many = String(repeating: ";a=b", count: XMPPURI.mostParameters)
        #expect(try XMPPURI("xmpp:a@example.com?message\(many)").query?.parameters.count == XMPPURI.mostParameters)
        #expect(throws: AddressError(.link, .tooLong)) { try XMPPURI("xmpp:a@example.com?message\(many);a=b") }
        let long = String(repeating: "a", count: AddressLimits.text)
        #expect(throws: AddressError(.link, .tooLong)) { try XMPPURI("xmpp:a@example.com?message;body=\(long)") }
    }
}
