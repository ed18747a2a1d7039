import TestSupport
import Testing
import XMLStreams
import XMPPStanzas

@testable import XMPPExtensions

@Suite("Message markup")
struct MarkupTests {
    static let golden = [
        ("01-transport-inline-markup", ["emphasis:really"]),
        ("02-transport-code-blocks", ["codeBlock:$ cowsay XMPP is awesome."]),
        (
            "03-transport-itemized-lists",
            [
                "list:* inline markup\n* code blocks\n* lists\n* and possibly more!", "item:* inline markup\n",
                "item:* code blocks\n", "item:* lists\n", "item:* and possibly more!",
            ]
        ),
        ("04-transport-blockquotes", ["quote:> Thou shalt not pass!\n"]),
        (
            "05-transport-blockquotes",
            ["quote:> He said:\n>> Thou shalt not pass!\n> and raised his hand.", "quote:>> Thou shalt not pass!\n"]
        ),
    ]

    @Test("The examples say what the specification shows, and survive the round trip", arguments: golden)
    func examples(name: String, spans: [String]) throws {
        let message = try Message(TestSupport.golden("xep-0394", name).element)
        let text = try #require(message.bodies.first?.text)
        let element = try #require(message.payloads.first)
        let found = Markup.spans(in: element, length: text.unicodeScalars.count)
        #expect(read(found, in: text).map { $0.trimmingEnd } == spans.map { $0.trimmingEnd })
        let again = try #require(Markup.element(found))
        #expect(Markup.spans(in: again, length: text.unicodeScalars.count) == found)
        if name.hasPrefix("01") || name.hasPrefix("03") {
            #expect(again.canonical(.dropped) == element.canonical(.dropped))
        }
        if name.hasPrefix("02") { #expect(found.first?.language == "bash") }
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let rule: String
        let xml: String
        let spans: [String]
        var testDescription: String { rule }

        init(_ rule: String, _ xml: String, _ spans: String...) {
            self.rule = rule
            self.xml = xml
            self.spans = spans
        }
    }

    /// Of the body "0123456789".
    static let cases = [
        Case("to the end", "<span start='0' end='10'><strong/></span>", "strong:0123456789"),
        Case("beyond the end", "<span start='0' end='11'><strong/></span>"),
        Case("far beyond", "<span start='0' end='99999999999999999999'><strong/></span>"),
        Case("before the beginning", "<span start='-1' end='3'><strong/></span>"),
        Case("empty", "<span start='3' end='3'><strong/></span>"),
        Case("backwards", "<span start='4' end='3'><strong/></span>"),
        Case("without an end", "<span start='4'><strong/></span>"),
        Case("no numbers", "<span start='a' end='b'><strong/></span>"),
        Case("of no kind", "<span start='1' end='3'/>"),
        Case("of unknown kinds", "<span start='1' end='3'><sparkle/><code/></span>", "code:12"),
        Case("kinds of others", "<span start='1' end='3'><code xmlns='urn:example'/></span>"),
        Case(
            "two kinds", "<span start='1' end='3'><strong/><deleted/><strong/></span>", "strong:12", "deleted:12"),
        Case("unknown elements", "<glow start='1' end='3'/><bquote start='1' end='3'/>", "quote:12"),
        Case(
            "§5 spans that overlap", "<span start='1' end='4'><strong/></span><span start='3' end='6'><code/></span>",
            "strong:123"),
        Case(
            "§5 a span in a span", "<span start='1' end='6'><strong/></span><span start='3' end='4'><code/></span>",
            "strong:12345"),
        Case(
            "§5 spans side by side", "<span start='4' end='6'><code/></span><span start='1' end='4'><strong/></span>",
            "strong:123", "code:45"),
        Case(
            "§5 a span in a block", "<bquote start='1' end='6'/><span start='1' end='3'><strong/></span>",
            "quote:12345", "strong:12"),
        Case(
            "§5 a block around a span", "<span start='1' end='3'><strong/></span><bquote start='1' end='6'/>",
            "quote:12345", "strong:12"),
        Case(
            "§5 a span over a block's end", "<bquote start='1' end='6'/><span start='5' end='7'><strong/></span>",
            "quote:12345"),
        Case(
            "§5 a block in a span", "<span start='1' end='9'><code/></span><bcode start='2' end='4'/>",
            "code:12345678"),
        Case("§5 blocks that overlap", "<bquote start='1' end='6'/><bcode start='5' end='7'/>", "quote:12345"),
        Case(
            "§4.4 blocks in each other", "<bquote start='1' end='6'/><bquote start='2' end='4'/>", "quote:12345",
            "quote:23"),
        Case(
            "§4.3 ordered", "<list start='1' end='9' ordered='true'><li start='1'/><li start='4'/></list>",
            "orderedList:12345678", "item:123", "item:45678"),
        Case("§4.3 the first item elsewhere", "<list start='1' end='9'><li start='2'/></list>"),
        Case("§4.3 items out of order", "<list start='1' end='9'><li start='1'/><li start='5'/><li start='4'/></list>"),
        Case("§4.3 an item behind the list", "<list start='1' end='4'><li start='1'/><li start='4'/></list>"),
        Case("§4.3 no items", "<list start='1' end='4'/>"),
        Case(
            "a list over a block's end", "<bquote start='0' end='3'/><list start='1' end='4'><li start='1'/></list>",
            "quote:012"),
    ]

    @Test("What breaks a rule is left out, the rest stays", arguments: cases)
    func rules(row: Case) throws {
        let element = try stanza("<markup xmlns='urn:xmpp:markup:0'>\(row.xml)</markup>")
        #expect(read(Markup.spans(in: element, length: 10), in: "0123456789") == row.spans)
    }

    @Test("So many pieces are read and no more", arguments: [(255, 255), (256, 256), (400, 256)])
    func count(pieces: Int, kept: Int) throws {
        let spans = (0..<pieces).map { MarkupSpan(.strong, $0..<$0 + 1) }
        var element = Element("markup", .markup)
        for span in spans {
            let ends: KeyValuePairs<String, String?> = [
                "start": "\(span.range.lowerBound)", "end": "\(span.range.upperBound)",
            ]
            let piece = Element("span", .markup, ends, children: [Element("strong", .markup)])
            element.children.append(.element(piece))
        }
        #expect(Markup.spans(in: element, length: 1000).count == kept)
    }

    @Test("A long name of a language is none", arguments: [(64, true), (65, false), (0, false)])
    func language(count: Int, isKept: Bool) {
        let name = String(repeating: "x", count: count)
        let element = Element(
            "markup", .markup,
            children: [Element("bcode", .markup, ["start": "0", "end": "1", "language": name])])
        #expect((Markup.spans(in: element, length: 1).first?.language == name) == isKept)
    }

    @Test("What has no form here is not written")
    func writing() throws {
        #expect(Markup.element([]) == nil)
        #expect(Markup.element([MarkupSpan(.link, 0..<1, link: "https://a.example")]) == nil)
        let both = try #require(Markup.element([MarkupSpan(.strong, 0..<2), MarkupSpan(.code, 0..<2)], language: "en"))
        #expect(both.elements.count == 1)
        #expect(both[Name("lang", .xml)] == "en")
        #expect(Markup.spans(in: both, length: 2).map(\.kind) == [.strong, .code])
        #expect(Markup.spans(in: Element("markup", .styling), length: 2).isEmpty)
    }
}

extension String {
    /// The specification's ends count a line break or leave one out.
    fileprivate var trimmingEnd: Substring { self[..<(lastIndex { !$0.isNewline }.map(index(after:)) ?? startIndex)] }
}
