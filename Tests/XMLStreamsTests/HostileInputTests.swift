import TestSupport
import Testing
import XMLStreams

@Suite("Hostile XML is refused")
struct HostileInputTests {
    /// Text at the stream's beginning, and the condition that ends it.
    static let starts: [(String, StreamCondition)] = [
        ("<!DOCTYPE stream><stream/>", .restrictedXML),
        (
            "<?xml version='1.0'?><!DOCTYPE lolz [<!ENTITY lol 'lol'><!ENTITY lol2 '&lol;&lol;'>]><lolz>&lol2;</lolz>",
            .restrictedXML
        ),
        ("<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>", .restrictedXML),
        ("<!-- hello --><a/>", .restrictedXML),
        ("<?php 1?><a/>", .restrictedXML),
        ("<?xml-stylesheet href='a'?><a/>", .restrictedXML),
        ("<?xmlversion='1.0'?><a/>", .restrictedXML),
        (" <?xml version='1.0'?><a/>", .restrictedXML),
        ("<?xml version='1.0'?><?xml version='1.0'?><a/>", .restrictedXML),
        ("<?xml version='1.0' encoding='ISO-8859-1'?><a/>", .unsupportedEncoding),
        ("<?xml version='1.0' encoding='UTF-16'?><a/>", .unsupportedEncoding),
        ("<?xml version='1.0' encoding='UTF-7'?><a/>", .unsupportedEncoding),
        ("<?xml version='1.0' encoding='nonsense'?><a/>", .unsupportedEncoding),
        ("<?xml version='1.0' encoding=''?><a/>", .notWellFormed),
        ("\u{FEFF}<a/>", .notWellFormed),
        ("hello<a/>", .notWellFormed),
        ("<s:a/>", .notWellFormed),
        ("</a>", .notWellFormed),
        ("<a></a><b/>", .notWellFormed),
        ("<a/>x", .notWellFormed),
        ("<![CDATA[x]]><a/>", .notWellFormed),
    ]

    @Test("At the beginning of a stream", arguments: starts)
    func start(text: String, condition: StreamCondition) {
        #expect(feed(text).error?.condition == condition)
        #expect(feed(bytewise(Array(text.utf8))).error?.condition == condition)
    }

    /// Text inside a stream, and the condition that ends it.
    static let contents: [(String, StreamCondition)] = [
        ("<message><!-- x --></message>", .restrictedXML),
        ("<!-- x -->", .restrictedXML),
        ("<message><?x y?></message>", .restrictedXML),
        ("<?xml version='1.0'?>", .restrictedXML),
        ("<!DOCTYPE x>", .restrictedXML),
        ("<message><!ELEMENT x></message>", .restrictedXML),
        ("<message><![INCLUDE[x]]></message>", .restrictedXML),
        ("<message>&nbsp;</message>", .restrictedXML),
        ("<message a='&lol;'/>", .restrictedXML),
        ("<message>&#0;</message>", .notWellFormed),
        ("<message>&#x1B;</message>", .notWellFormed),
        ("<message>&#xFFFE;</message>", .notWellFormed),
        ("<message>&#xD800;</message>", .notWellFormed),
        ("<message>&#x110000;</message>", .notWellFormed),
        ("<message>&#99999999999999999999;</message>", .notWellFormed),
        ("<message a='&#0;'/>", .notWellFormed),
        ("<message>a & b</message>", .notWellFormed),
        ("<message>]]></message>", .notWellFormed),
        ("<message a='x' a='y'/>", .notWellFormed),
        ("<message xmlns:p='u' xmlns:q='u' p:a='x' q:a='y'/>", .notWellFormed),
        ("<message xmlns='a' xmlns='b'/>", .notWellFormed),
        ("<message a='<'/>", .notWellFormed),
        ("<message a=x/>", .notWellFormed),
        ("<message a/>", .notWellFormed),
        ("<message a='x'b='y'/>", .notWellFormed),
        ("<p:message/>", .notWellFormed),
        ("<message p:a='x'/>", .notWellFormed),
        ("<message xmlns:p=''/>", .notWellFormed),
        ("<message xmlns:xml='urn:x'/>", .notWellFormed),
        ("<message xmlns:xmlns='urn:x'/>", .notWellFormed),
        ("<a:b:c xmlns:a='urn:x'/>", .notWellFormed),
        ("<message></body></message>", .notWellFormed),
        ("<message></presence>", .notWellFormed),
        ("<message <body/>>", .notWellFormed),
        ("< message/>", .notWellFormed),
        ("<1/>", .notWellFormed),
        ("<>", .notWellFormed),
        ("hello", .badFormat),
        ("<message/>hello<message/>", .badFormat),
        ("&#65;", .badFormat),
        ("<![CDATA[x]]>", .badFormat),
    ]

    @Test("Inside a stream", arguments: contents)
    func content(text: String, condition: StreamCondition) {
        // Text is looked at when the next tag begins.
        let bytes = Array((text + "<presence/>").utf8)
        let whole = feed([streamHeader, bytes])
        #expect(whole.error?.condition == condition, "\(String(describing: whole.error))")
        #expect(feed([streamHeader] + bytewise(bytes)) == whole)
        #expect(!whole.stanzas.contains { $0.name.local == "presence" })
    }

    @Test("Stanzas in front of an error are delivered, and the error stays")
    func delivery() throws {
        var events: [XMLStreamEvent] = []
        let parser = XMLStreamParser()
        _ = try parser.feed(streamHeader)
        let bytes = Array("<message/><presence/><!-- x --><iq/>".utf8)
        let error = #expect(throws: XMLStreamError.self) { try parser.feed(bytes, into: &events) }
        #expect(error?.condition == .restrictedXML)
        #expect(events == [.stanza(Element("message", .client)), .stanza(Element("presence", .client))])
        #expect(throws: try #require(error)) { try parser.feed(Array("<iq/>".utf8)) }
    }
}
