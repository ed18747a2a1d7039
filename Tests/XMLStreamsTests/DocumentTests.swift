import Testing
import XMLStreams

@Suite("Whole documents")
struct DocumentTests {
    private let introspection = """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE node PUBLIC "-//freedesktop//DTD D-BUS Object Introspection 1.0//EN"
         "http://www.freedesktop.org/standards/dbus/1.0/introspect.dtd">
        <!-- A comment -->
        <node><!-- another --><interface name="a.b"/>t<!-- third -->t</node>
        <?end?>
        """

    @Test("Comments and a document type are skipped on demand only")
    func dialects() throws {
        let node = Element(
            Name("node", nil), children: [.element(Element("interface", nil, ["name": "a.b"])), .text("tt")])
        #expect(try XMLStreamParser.parseDocument(Array(introspection.utf8), .document) == node)
        let error = #expect(throws: XMLStreamError.self) {
            try XMLStreamParser.parseDocument(Array(introspection.utf8))
        }
        #expect(error?.condition == .restrictedXML)
    }

    static let refused: [(String, StreamCondition)] = [
        ("", .notWellFormed), ("  ", .notWellFormed), ("<a>", .notWellFormed), ("<a", .notWellFormed),
        ("<a/><b/>", .notWellFormed), ("<a/><", .notWellFormed), ("<a>\u{1}</a>", .notWellFormed),
        ("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", .restrictedXML),
        ("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>", .restrictedXML),
        ("<!DOCTYPE a [<!ENTITY b 'c'>]><a d='&b;'/>", .restrictedXML),
        ("<!DOCTYPE a [<!ENTITY % b 'c'> %b;]><a/>", .restrictedXML),
        ("<!DOCTYPE a SYSTEM 'x'><a>&b;</a>", .restrictedXML),
    ]

    @Test("Cut off, doubled or with entities they are refused", arguments: refused)
    func refusal(text: String, condition: StreamCondition) {
        let error = #expect(throws: XMLStreamError.self) {
            try XMLStreamParser.parseDocument(Array(text.utf8), .document)
        }
        #expect(error?.condition == condition)
    }

    @Test("Bounds hold for documents")
    func bounds() {
        let limits = XMLLimits(stanzaBytes: 10)
        #expect(throws: Never.self) { try XMLStreamParser.parseDocument(Array("<a>xxx</a>".utf8), limits: limits) }
        let error = #expect(throws: XMLStreamError.self) {
            try XMLStreamParser.parseDocument(Array("<a>xxxx</a>".utf8), .document, limits: limits)
        }
        #expect(error?.condition == .policyViolation)
    }
}
