import TestSupport
import Testing
import XMLStreams

@Suite("Streams from header to end")
struct StreamTests {
    @Test("Header, stanzas and end come as events")
    func life() throws {
        let parser = XMLStreamParser()
        #expect(parser.contentNamespace == nil)
        var events = try parser.feed(
            Array(
                """
                <?xml version='1.0'?><stream:stream from='im.example.com' id='++TR84Sm6A3hnt3Q065SnAbbk3Y=' \
                version='1.0' xml:lang='en' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>
                """.utf8))
        guard case .opened(let root)? = events.first else {
            Issue.record("no header")
            return
        }
        #expect(parser.contentNamespace == .client)
        let header = try StreamHeader(root, content: parser.contentNamespace)
        let wanted = StreamHeader(from: "im.example.com", id: "++TR84Sm6A3hnt3Q065SnAbbk3Y=", lang: "en")
        #expect(header == wanted)
        events = try parser.feed(Array("<stream:features/> \n<iq type='get' id='1'/></stream:stream> \n".utf8))
        let iq = Element("iq", .client, ["type": "get", "id": "1"])
        #expect(events == [.stanza(Element("features", .streams)), .stanza(iq), .closed])
        #expect(try parser.feed([0x0A]).isEmpty)
        #expect(throws: XMLStreamError(.notWellFormed, "text behind the end of the stream")) {
            try parser.feed(Array("<iq/>".utf8))
        }
    }

    @Test(
        "A written header reads back",
        arguments: [
            StreamHeader(), StreamHeader(to: "a'b<.example", from: "juliet@im.example.com", id: "1\n2", lang: "en"),
            StreamHeader(version: nil), StreamHeader(content: "jabber:server"),
        ])
    func header(header: StreamHeader) throws {
        var bytes: [UInt8] = []
        XMLWriter.open(header, to: &bytes)
        XMLWriter.write(Element("features", .streams, children: [Element("a", "urn:a")]), to: &bytes)
        XMLWriter.close(to: &bytes)
        let parser = XMLStreamParser()
        let events = try parser.feed(bytes)
        guard case .opened(let root)? = events.first else {
            Issue.record("no header")
            return
        }
        #expect(try StreamHeader(root, content: parser.contentNamespace, expected: header.content) == header)
        #expect(events.last == .closed)
    }

    static let wrong: [(String, StreamCondition)] = [
        ("<stream:features xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>", .badFormat),
        ("<stream:stream xmlns='jabber:client' xmlns:stream='http://wrong.namespace.example.org/'>", .invalidNamespace),
        ("<stream:stream xmlns='jabber:server' xmlns:stream='http://etherx.jabber.org/streams'>", .invalidNamespace),
        ("<stream:stream xmlns:stream='http://etherx.jabber.org/streams'>", .invalidNamespace),
        (
            "<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' version='2.0'>",
            .unsupportedVersion
        ),
        (
            "<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' version='1.'>",
            .unsupportedVersion
        ),
    ]

    @Test("A wrong header is refused", arguments: wrong)
    func wrongHeader(text: String, condition: StreamCondition) throws {
        let parser = XMLStreamParser()
        guard case .opened(let root)? = try parser.feed(Array(text.utf8)).first else {
            Issue.record("no header")
            return
        }
        let error = #expect(throws: XMLStreamError.self) {
            try StreamHeader(root, content: parser.contentNamespace)
        }
        #expect(error?.condition == condition)
    }

    @Test("Prefixes, entities, sections and line ends are resolved")
    func resolution() {
        let text = """
            <p:a xmlns:p='urn:p' xml:lang='eo' p:b='1' c='&lt;&amp;&#x41;&apos;&quot;\t.'>x&gt;<![CDATA[<&]]]]>&gt;\r\n\
            <b xmlns='urn:b'/><b xmlns=''/></p:a>
            """
        let space: Namespace = "urn:p"
        let element = Element(
            Name("a", space),
            attributes: [
                Attribute(Name("lang", .xml), "eo"), Attribute(Name("b", space), "1"), Attribute("c", "<&A'\" ."),
            ],
            children: [.text("x><&]]>\n"), .element(Element("b", "urn:b")), .element(Element("b", nil))])
        let outcome = feedInStream(text)
        #expect(outcome.error == nil)
        #expect(outcome.stanzas == [element])
        #expect(feed([streamHeader] + bytewise(Array(text.utf8))) == outcome)
    }

    @Test("A greater-than sign in an attribute ends no tag")
    func greaterThan() {
        let text = "<a b='>/><x' c=\"'>\"><d e='</a>'/></a>".replacing("<x", with: "&lt;x").replacing(
            "</a>'", with: ">'")
        let outcome = feed([streamHeader] + bytewise(Array(text.utf8)))
        #expect(outcome.error == nil)
        #expect(outcome.stanzas.first?[attribute: "b"] == ">/><x")
    }

    @Test(
        "Behind the end only whitespace may stand", arguments: [("", true), (" \n", true), ("x", false), ("<a", false)])
    func behindEnd(text: String, isFine: Bool) {
        let bytes = streamHeader + Array("<a/></stream:stream>\(text)".utf8)
        for outcome in [feed([bytes]), feed(bytewise(bytes))] {
            #expect(outcome.error?.condition == (isFine ? nil : .notWellFormed))
            #expect(outcome.events.count == 3)
            #expect(outcome.events.last == .closed)
        }
    }
}
