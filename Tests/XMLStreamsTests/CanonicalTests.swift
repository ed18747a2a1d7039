import TestSupport
import Testing
import XMLStreams

@Suite("Canonical form")
struct CanonicalTests {
    @Test("Prefixes, order of attributes and empty-element tags make no difference")
    func same() throws {
        let one = try stanza("<a x='1' y='2'><p:b xmlns:p='urn:p' p:c='3'></p:b></a>")
        let two = try stanza("<a y=\"2\" x='1'><b xmlns='urn:p' xmlns:q='urn:p' q:c='3'/></a>")
        #expect(one.canonical == two.canonical)
        #expect(one.canonical == "<a xmlns=\"jabber:client\" x=\"1\" y=\"2\"><b xmlns=\"urn:p\" {urn:p}c=\"3\"></></>")
    }

    @Test(
        "What differs in meaning differs",
        arguments: [
            ("<a/>", "<a xmlns=''/>"), ("<a/>", "<b/>"), ("<a/>", "<a> </a>"), ("<a b='1'/>", "<a b='2'/>"),
            ("<a><b/><c/></a>", "<a><c/><b/></a>"), ("<a>x</a>", "<a>y</a>"), ("<a>&lt;b></a>", "<a><b/></a>"),
        ])
    func different(one: String, two: String) throws {
        #expect(try stanza(one).canonical != stanza(two).canonical)
    }

    @Test("Whitespace between elements is dropped on demand, text is not")
    func spacing() throws {
        let pretty = try stanza("<a>\n  <b> </b>\n  <c>x</c> y\n</a>")
        #expect(try pretty.canonical(.dropped) == stanza("<a><b> </b><c>x</c> y\n</a>").canonical)
        #expect(try pretty.canonical != stanza("<a><b> </b><c>x</c> y\n</a>").canonical)
    }
}
