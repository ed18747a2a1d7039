import TestSupport
import Testing
import XMLStreams
import XMPPExtensions
import XMPPStanzas

@Suite("XHTML as it is received")
struct XHTMLTests {
    static let golden: [(String, [String])] = [
        ("01-a-simple-example", ["strong:hi!"]),
        ("02-emphasis-font-colors-strength", ["emphasis:Wow", "strong:envy"]),
        (
            "03-blockquote-cite",
            ["emphasis:Self-Reliance", "quote:\"A foolish consistency is the hobgoblin of little minds.\""]
        ),
        ("04-an-image-and-a-hyperlink", ["link:Jabber"]),
        (
            "05-two-lists",
            [
                "orderedList:1. Add the following examples to XEP-0071: - ordered and unordered lists "
                    + "- more styles (e.g., indentation) 2. Kick back and relax",
                "item:1. Add the following examples to XEP-0071: - ordered and unordered lists "
                    + "- more styles (e.g., indentation)",
                "list:- ordered and unordered lists - more styles (e.g., indentation)",
                "item:- ordered and unordered lists", "item:- more styles (e.g., indentation)",
                "item:2. Kick back and relax",
            ]
        ),
        (
            "06-quoted-text",
            [
                "quote:I think we have consensus on the following: 1. Remove <div/> 2. Nesting is not recommended "
                    + "3. Don't preserve whitespace Yes, no, maybe?",
                "orderedList:1. Remove <div/> 2. Nesting is not recommended 3. Don't preserve whitespace",
                "item:1. Remove <div/>", "item:2. Nesting is not recommended", "item:3. Don't preserve whitespace",
            ]
        ),
        ("07-multiple-bodies", ["strong:awesome!"]),
    ]

    @Test("The examples become parts of the plain body", arguments: golden)
    func examples(name: String, spans: [String]) throws {
        let message = try Message(TestSupport.golden("xep-0071", name).element)
        let body = try #require(message.bodies.first)
        let html = try #require(message.payloads.first)
        let found = XHTML.spans(in: html, of: body.text, language: body.language)
        let words = read(found, in: body.text).map { $0.split { $0.isWhitespace }.joined(separator: " ") }
        #expect(words == spans)
    }

    @Test("Each body has its own document")
    func languages() throws {
        let message = try Message(TestSupport.golden("xep-0071", "07-multiple-bodies").element)
        let html = try #require(message.payloads.first)
        #expect(XHTML.spans(in: html, of: "ausgezeichnet!", language: "DE-de").count == 1)
        #expect(XHTML.spans(in: html, of: "ausgezeichnet!", language: "en-US").isEmpty)
        #expect(XHTML.spans(in: html, of: "awesome!", language: "fr").count == 1)
    }

    @Test("Elements that are not known show their text, and their attributes nothing")
    func unknown() throws {
        let message = try Message(TestSupport.golden("xep-0071", "08-unrecognized-elements-and-attributes").element)
        let body = try #require(message.bodies.first?.text)
        let html = try #require(message.payloads.first)
        #expect(XHTML.spans(in: html, of: body).map(\.kind) == [.orderedList, .item, .item])
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let xhtml: String
        let body: String
        let spans: [String]
        var testDescription: String { xhtml }

        init(_ xhtml: String, _ body: String, _ spans: String...) {
            self.xhtml = xhtml
            self.body = body
            self.spans = spans
        }
    }

    static let cases = [
        // Another text than the body's is nobody's formatting.
        Case("<strong>yes</strong>", "no"),
        Case("<strong>yes</strong> and more", "yes"),
        Case("<strong>yes</strong>", "yes and more"),
        Case("<strong>yes</strong>", " yes\n", "strong:yes"),
        // Where links may lead.
        Case("<a href='https://a.example/x'>here</a>", "here", "link:here"),
        Case("<a href='HTTP://a.example'>here</a>", "here", "link:here"),
        Case("<a href='mailto:a@b.example'>here</a>", "here", "link:here"),
        Case("<a href='xmpp:a@b.example'>here</a>", "here", "link:here"),
        Case("<a href='javascript:alert(1)'>here</a>", "here"),
        Case("<a href='data:text/html,x'>here</a>", "here"),
        Case("<a href='file:///etc/passwd'>here</a>", "here"),
        Case("<a href=' https://a.example'>here</a>", "here"),
        Case("<a href='https://a.example/&#x202e;x'>here</a>", "here"),
        Case("<a>here</a>", "here"),
        Case(
            "<a href='https://a.example'>here</a>, <em>so</em>", "here (https://a.example), so", "link:here",
            "emphasis:so"),
        Case("<a href='https://a.example'>here</a>, <em>so</em>", "here (https://b.example), so"),
        // What never shows.
        Case("<script>x()</script><style>p{}</style><em>a</em>", "a", "emphasis:a"),
        Case("<em>a</em><math xmlns='urn:example'>x</math>", "a", "emphasis:a"),
        Case("<img src='https://a.example/i.png' alt='cat'/><em>a</em>", "https://a.example/i.png\na", "emphasis:a"),
        Case("<img src='https://a.example/i.png' alt='cat'/><em>a</em>", "cat a", "emphasis:a"),
        Case("<img src='https://a.example/i.png' alt='cat'/><em>a</em>", "a", "emphasis:a"),
        Case("<em> </em><strong/>a", "a"),
        // Styles.
        Case("<span style='font-weight: bold; color: red'>a</span>", "a", "strong:a"),
        Case(
            "<span style='FONT-STYLE:italic;text-decoration:underline line-through'>a</span>", "a", "emphasis:a",
            "deleted:a"),
        Case("<span style='font-family: Courier, monospace'>a</span>", "a", "code:a"),
        Case("<span style='font-weight: normal; font-style; :; background:url(javascript:1)'>a</span>", "a"),
        // Signs of plain texts.
        Case("<blockquote>a <em>b</em></blockquote>c", "> a\n> b\nc", "quote:a\n> b", "emphasis:b"),
        Case("<em>a</em>c", "a > c"),
        Case("<ul><li>a</li><li>b</li></ul>", "• a\n• b", "list:• a\n• b", "item:• a", "item:• b"),
        Case("<ul><li>a</li><li>b</li></ul>", "a\nb", "list:a\nb", "item:a", "item:b"),
        Case("a&#xa0;<code>b</code>", "a b", "code:b"),
    ]

    @Test("What is on the list becomes a part of the body, and nothing else does", arguments: cases)
    func rules(row: Case) throws {
        let html = try stanza(
            """
            <html xmlns='http://jabber.org/protocol/xhtml-im'><body xmlns='http://www.w3.org/1999/xhtml'>\
            \(row.xhtml)</body></html>
            """)
        #expect(read(XHTML.spans(in: html, of: row.body), in: row.body) == row.spans)
    }

    @Test("Depth and number cost nothing that matters")
    func bounds() throws {
        var nested = Element("em", "http://www.w3.org/1999/xhtml", text: "a")
        for _ in 0..<60 { nested = Element("em", "http://www.w3.org/1999/xhtml", children: [nested]) }
        let pieces = (0..<300).map { _ in Element("em", "http://www.w3.org/1999/xhtml", text: "a") }
        for (children, count, text) in [([nested], 61, "a"), (pieces, 256, String(repeating: "a", count: 300))] {
            let body = Element("body", "http://www.w3.org/1999/xhtml", children: children)
            let html = Element("html", .xhtmlIM, children: [body])
            #expect(XHTML.spans(in: html, of: text).count == count)
        }
    }

    @Test("Without a document there is nothing")
    func absent() {
        #expect(XHTML.spans(in: Element("html", .xhtmlIM), of: "a").isEmpty)
        #expect(XHTML.spans(in: Element("html", .markup), of: "a").isEmpty)
    }
}
