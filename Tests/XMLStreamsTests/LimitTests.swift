import TestSupport
import Testing
import XMLStreams

@Suite("Bounds on what a peer may send")
struct LimitTests {
    static let small = XMLLimits(
        depth: 4, stanzaBytes: 1000, attributeBytes: 50, attributes: 5, nodes: 20, answerBytes: 2000, answerNodes: 60,
        dictionaryBytes: 4096)

    @Test(
        "Answers of our own account may be larger, up to a bound of their own; those of others may not",
        arguments: [
            ("<iq type='result'>", true), ("<iq type='result' to='a@b/c' from='a@b'>", true),
            ("<iq type='result' to='a@b' from='a@b'>", true), ("<iq type='result' to='a@b/c' from='a@b/c'>", true),
            ("<iq type='result' to='a@b/c' from='a'>", false), ("<iq type='result' to='a@b/c' from='b'>", false),
            ("<iq type='result' from='a@b'>", false), ("<iq type='set'>", false), ("<message type='result'>", false),
        ])
    func ownAnswers(start: String, isLarge: Bool) {
        let end = start.hasPrefix("<iq") ? "</iq>" : "</message>"
        let nodes = start + many("<b/>", 40) + end
        let bytes = start + "<b>" + x(1500) + "</b>" + end
        for content in [nodes, bytes] {
            #expect((feedInStream(content, limits: Self.small).error == nil) == isLarge)
            #expect((feed(bytewise(streamHeader + Array(content.utf8)), limits: Self.small).error == nil) == isLarge)
            #expect(feedInStream(content + nodes.replacing("iq", with: "message"), limits: Self.small).error != nil)
        }
        let tooMany = start + many("<b/>", 60) + end
        let tooLong = start + "<b>" + x(2000) + "</b>" + end
        for content in [tooMany, tooLong] {
            #expect(feedInStream(content, limits: Self.small).error?.condition == .policyViolation)
        }
    }

    /// Fitting and exceeding content for each bound.
    static let rows: [(String, String, String)] = [
        ("depth", nested(4), nested(5)),
        ("stanza", sized(1000), sized(1001)),
        ("attribute", "<a b='\(x(50))'/>", "<a b='\(x(51))'/>"),
        ("attributes", "<a \(list(5))/>", "<a \(list(6))/>"),
        ("declarations count", "<a xmlns='u' \(list(4))/>", "<a xmlns='u' \(list(5))/>"),
        ("elements", "<a>\(many("<b/>", 19))</a>", "<a>\(many("<b/>", 20))</a>"),
        ("texts", "<a>\(many("<b/>t", 9))</a>", "<a>\(many("<b/>t", 10))</a>"),
        ("attributes as nodes", "<a>\(many("<b c=''/>", 9))</a>", "<a>\(many("<b c=''/>", 10))</a>"),
        ("whole tag", "<a\(many(" ", 996))/>", "<a\(many(" ", 997))/>"),
        ("section", "<a><![CDATA[\(x(981))]]></a>", "<a><![CDATA[\(x(982))]]></a>"),
    ]

    @Test("What fits is delivered, one more is a policy violation", arguments: rows)
    func bounds(name: String, fitting: String, exceeding: String) {
        #expect(feedInStream(fitting, limits: Self.small).stanzas.count == 1)
        #expect(feedInStream(fitting, limits: Self.small).error == nil)
        #expect(feedInStream(exceeding, limits: Self.small).error?.condition == .policyViolation)
        #expect(feedInStream(exceeding, limits: Self.small).stanzas.isEmpty)
        let bytes = bytewise(streamHeader + Array(exceeding.utf8))
        #expect(feed(bytes, limits: Self.small).error?.condition == .policyViolation)
    }

    @Test("Many stanzas in one piece each have the whole bound")
    func renewed() {
        let outcome = feedInStream(many(Self.sized(700) + "\n ", 50), limits: Self.small)
        #expect(outcome.error == nil)
        #expect(outcome.stanzas.count == 50)
    }

    @Test("Whitespace between stanzas counts for nothing")
    func keepalives() {
        let space = many(" \n\t", 5000)
        let outcome = feedInStream(space + Self.sized(1000) + space + "<a/>", limits: Self.small)
        #expect(outcome.error == nil)
        #expect(outcome.stanzas.count == 2)
        let parts = bytewise(streamHeader + Array((space + "<a/>").utf8))
        #expect(feed(parts, limits: Self.small).stanzas.count == 1)
    }

    @Test(
        "What never ends is refused at the bound",
        arguments: [
            "<a>", "<a", "<a b='", "<a><![CDATA[", "<a>&", "<a>&#", "<a></", "<a><b/>", "<?xml ", "  ", "<a b='x' ",
        ])
    func endless(start: String) {
        for header in [streamHeader, []] {
            let parser = XMLStreamParser(limits: Self.small)
            #expect(throws: XMLStreamError.self) {
                _ = try parser.feed(header + Array(start.utf8))
                for _ in 0..<100_000 { _ = try parser.feed(Array(" x".utf8.prefix(start == "  " ? 1 : 2))) }
                if start == "  ", !header.isEmpty { throw XMLStreamError(.policyViolation, "whitespace is welcome") }
            }
        }
    }

    @Test("The standard bounds hold against big attributes, deep and endless stanzas")
    func standard() {
        let texts = [
            "<a b='\(x(3 << 20))'/>", "<a b='\(x(1 << 16))x'/>", Self.nested(65), "<a>\(x(1 << 20))</a>",
            "<a>\(many("<b/>", 10_000))</a>", "<a \(Self.list(65))/>", many("<a>", 100_000), "<\(x(1 << 20))/>",
        ]
        for text in texts { #expect(feedInStream(text).error?.condition == .policyViolation) }
        #expect(feedInStream(Self.nested(64)).stanzas.count == 1)
        #expect(feedInStream("<a b='\(x(1 << 16))'>\(x(900_000))</a>").stanzas.count == 1)
    }

    @Test("Ever new names are forgotten, and the stream goes on", arguments: [1, 7, 100, 100_000])
    func names(size: Int) {
        let text = (0..<3000).map { "<a\($0) b\($0)='x' xmlns:p='urn:\($0)' p:c='y'><d\($0) xmlns='n\($0)'/></a\($0)>" }
        let bytes = streamHeader + Array(text.joined(separator: "\n").utf8)
        let pieces = stride(from: 0, to: bytes.count, by: size).map {
            Array(bytes[$0..<min($0 + size, bytes.count)])
        }
        let outcome = feed(pieces, limits: Self.small)
        #expect(outcome.error == nil)
        #expect(outcome.events.count == 3001)
        for (index, element) in outcome.stanzas.enumerated() {
            #expect(element.name == Name("a\(index)", .client))
            #expect(element.attributes.last?.name == Name("c", Namespace(rawValue: "urn:\(index)")))
            #expect(element.elements.first?.name == Name("d\(index)", Namespace(rawValue: "n\(index)")))
        }
    }

    private static func nested(_ depth: Int) -> String { many("<a>", depth) + many("</a>", depth) }
    private static func sized(_ bytes: Int) -> String { "<a>\(x(bytes - 7))</a>" }
    private static func list(_ count: Int) -> String { (0..<count).map { "a\($0)=''" }.joined(separator: " ") }
}

private func many(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }
private func x(_ count: Int) -> String { many("x", count) }
