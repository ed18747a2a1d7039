import TestSupport
import Testing
import XMLStreams

@Suite("Writing XML")
struct WriterTests {
    private static let space: Namespace = "urn:a"

    static let rows: [(Element, String)] = [
        (Element("message", .client), "<message/>"),
        (Element("message", .client, text: "a<b>&c ]]>'\"\t\n"), "<message>a&lt;b&gt;&amp;c ]]&gt;'\"\t\n</message>"),
        (Element("message", .client, text: "\r"), "<message>&#xD;</message>"),
        (Element("a", .client, ["b": "<>&'\"\t\n\r"]), "<a b='&lt;&gt;&amp;&apos;&quot;&#x9;&#xA;&#xD;'/>"),
        (
            Element("a", .client, text: "\0\u{1B}\u{FFFE}\u{FFFF}\u{FFFD}"),
            "<a>\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}</a>"
        ),
        (
            Element("iq", .client, children: [Element("ping", "urn:xmpp:ping")]),
            "<iq><ping xmlns='urn:xmpp:ping'/></iq>"
        ),
        (Element("a", nil), "<a xmlns=''/>"),
        (
            Element("a", space, children: [Element("b", nil, children: [Element("c", space)])]),
            "<a xmlns='urn:a'><b xmlns=''><c xmlns='urn:a'/></b></a>"
        ),
        (
            Element("error", .streams, children: [Element("x", space)]),
            "<stream:error><x xmlns='urn:a'/></stream:error>"
        ),
        (Element(Name("a", .client), attributes: [Attribute(Name("lang", .xml), "eo")]), "<a xml:lang='eo'/>"),
        (
            Element(
                Name("a", .client),
                attributes: [
                    Attribute(Name("b", space), "1"), Attribute("b", "2"), Attribute(Name("c", space), "3"),
                    Attribute(Name("b", "urn:b"), "4"),
                ]),
            "<a xmlns:n0='urn:a' n0:b='1' b='2' n0:c='3' xmlns:n1='urn:b' n1:b='4'/>"
        ),
    ]

    @Test("Elements inside a stream", arguments: rows)
    func inStream(element: Element, text: String) throws {
        #expect(String(decoding: XMLWriter.bytes(of: element), as: UTF8.self) == text)
        let read = try stanza(text)
        #expect(XMLWriter.bytes(of: read) == Array(text.utf8))
    }

    @Test("A document declares its namespaces itself")
    func document() throws {
        let element = Element("features", .streams, children: [Element("message", .client)])
        let text = "<features xmlns='http://etherx.jabber.org/streams'><message xmlns='jabber:client'/></features>"
        #expect(String(decoding: XMLWriter.bytes(of: element, in: .none), as: UTF8.self) == text)
        let bare = XMLWriter.bytes(of: Element("a", nil), in: .none)
        #expect(String(decoding: bare, as: UTF8.self) == "<a/>")
    }

    @Test("Random elements survive the round trip")
    func random() throws {
        var generator = SeededGenerator(seed: 11)
        for _ in 0..<300 {
            let element = Self.element(depth: 4, &generator)
            #expect(try stanzas(in: XMLWriter.bytes(of: element)) == [element])
            #expect(try XMLStreamParser.parseDocument(XMLWriter.bytes(of: element, in: .none)) == element)
        }
    }

    private static func element(depth: Int, _ generator: inout SeededGenerator) -> Element {
        let spaces: [Namespace?] = [.client, nil, .streams, "urn:a", "urn:<&'\">"]
        let texts = ["x", "]]>", " \n", "ĝ&amp;", "\r\r\n", "<![CDATA[", "👩‍👩‍👧", String(repeating: "long ", count: 70)]
        var element = Element(
            Name(
                ["a", "b-c.d", "ŝ"].randomElement(using: &generator) ?? "",
                spaces.randomElement(using: &generator) ?? nil))
        for index in 0..<Int.random(in: 0...3, using: &generator) {
            let spaces: [Namespace?] = [nil, nil, .xml, "urn:a", "urn:b"]
            let space = spaces.randomElement(using: &generator) ?? nil
            let name = Name("k\(index)", space)
            element.attributes.append(Attribute(name, texts.randomElement(using: &generator) ?? ""))
        }
        for _ in 0..<(depth > 0 ? Int.random(in: 0...4, using: &generator) : 0) {
            if Bool.random(using: &generator) {
                element.children.append(.element(Self.element(depth: depth - 1, &generator)))
            } else if case .text? = element.children.last {
                continue
            } else {
                element.children.append(.text(texts.randomElement(using: &generator) ?? ""))
            }
        }
        return element
    }
}
