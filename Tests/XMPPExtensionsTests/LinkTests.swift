import TestSupport
import Testing
import XMLStreams
import XMPPExtensions
import XMPPStanzas

@Suite("Links out of band")
struct LinkTests {
    @Test("The link of the specification survives the round trip")
    func roundTrip() throws {
        let message = try Message(golden("xep-0066", "01-sender-communicates-a-uri").element)
        let payload = try #require(message.payloads.first)
        let link = try #require(OutOfBandLink(harmless: payload))
        #expect(link == OutOfBandLink(url: "http://www.jabber.org/images/psa-license.jpg"))
        #expect(link.element.canonical(.dropped) == payload.canonical(.dropped))
    }

    @Test("A link says where it leads", arguments: ["<desc>x</desc>", "", "<url/>", "<url>x</url>"])
    func malformed(xml: String) throws {
        #expect(OutOfBandLink(harmless: try stanza("<x xmlns='jabber:x:oob'>\(xml)</x>")) == nil)
    }

    @Test("A description has a bound", arguments: [(0, false), (1, true), (1024, true), (1025, false)])
    func description(count: Int, isKept: Bool) throws {
        let text = String(repeating: "d", count: count)
        let payload = OutOfBandLink(url: "https://a.example", description: text).element
        let link = try #require(OutOfBandLink(harmless: payload))
        #expect((link.description == text) == isKept)
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let address: String
        let inText: Bool
        let outOfBand: Bool
        var testDescription: String { address.debugDescription }

        init(_ address: String, inText: Bool, outOfBand: Bool) {
            self.address = address
            self.inText = inText
            self.outOfBand = outOfBand
        }
    }

    static let addresses = [
        Case("https://a.example/ä?b=%20#c", inText: true, outOfBand: true),
        Case("HTTPS://a.example", inText: true, outOfBand: true),
        Case("http://a.example", inText: true, outOfBand: true),
        Case("xmpp:romeo@example.net?message", inText: true, outOfBand: true),
        Case("mailto:a@b.example", inText: true, outOfBand: true),
        Case("ftp://a.example/file", inText: false, outOfBand: true),
        Case("tel:+49123", inText: false, outOfBand: true),
        Case("geo:52.5,13.4", inText: false, outOfBand: true),
        Case("aesgcm://a.example/f#00", inText: false, outOfBand: true),
        Case("javascript:alert(1)", inText: false, outOfBand: false),
        Case("JavaScript:alert(1)", inText: false, outOfBand: false),
        Case("java\nscript:alert(1)", inText: false, outOfBand: false),
        Case("data:text/html,x", inText: false, outOfBand: false),
        Case("file:///etc/passwd", inText: false, outOfBand: false),
        Case("smb://a.example/x", inText: false, outOfBand: false),
        Case("x-unknown:1", inText: false, outOfBand: false),
        Case("//a.example", inText: false, outOfBand: false),
        Case("a.example", inText: false, outOfBand: false),
        Case("https:", inText: false, outOfBand: false),
        Case("", inText: false, outOfBand: false),
        Case(":", inText: false, outOfBand: false),
        Case("https://a.example/a b", inText: false, outOfBand: false),
        Case("https://a.example/\u{7}", inText: false, outOfBand: false),
        Case("https://a.example/\u{202E}gpj.exe", inText: false, outOfBand: false),
        Case("https://a.example/\u{200B}", inText: false, outOfBand: false),
        Case("https://a.example/\u{2028}", inText: false, outOfBand: false),
        Case("https://a.example/\"x", inText: false, outOfBand: false),
        Case("https://a.example/<x>", inText: false, outOfBand: false),
    ]

    @Test("Only what is known to be harmless is offered", arguments: addresses)
    func harmless(row: Case) {
        #expect(LinkAddress.isHarmless(row.address, LinkAddress.inText) == row.inText)
        #expect(LinkAddress.isHarmless(row.address, LinkAddress.outOfBand) == row.outOfBand)
        #expect((OutOfBandLink(harmless: OutOfBandLink(url: row.address).element) != nil) == row.outOfBand)
    }

    @Test("An address has a bound", arguments: [(4096, true), (4097, false)])
    func bound(count: Int, isHarmless: Bool) {
        let start = "https://a.example/"
        let address = start + String(repeating: "a", count: count - start.utf8.count)
        #expect(LinkAddress.isHarmless(address, LinkAddress.inText) == isHarmless)
    }
}
