import TestSupport
import Testing
import XMLStreams
import XMPPAddresses
import XMPPStanzas

/// A payload with a field of every kind.
private struct Sample: Equatable, MessagePayload, PresencePayload, IQGet, IQSet, IQResult {
    enum Mode: String, TextCodable { case fast, slow }

    struct Part: Equatable, ElementCodable {
        var value: Int64
        static let codec = Codec(Name("part", "urn:sample"), { Part(value: $0) }, .text(\.value))
    }

    struct Extra: Equatable, ElementCodable {
        var jid: BareJID
        static let codec = Codec(Name("extra", "urn:extra"), { Extra(jid: $0) }, .attribute("jid", \.jid))
    }

    var id: String
    var count: UInt32?
    var mode: Mode
    var lang: String?
    var stamp: XMPPDateTime
    var note: String?
    var isFinal: Bool
    var extra: Extra?
    var parts: [Part]
    var tags: [String]

    static let codec = Codec(
        Name("sample", "urn:sample"),
        {
            Sample(
                id: $0, count: $1, mode: $2, lang: $3, stamp: $4, note: $5, isFinal: $6, extra: $7, parts: $8, tags: $9)
        },
        .attribute("id", \.id), .attribute("count", \.count), .attribute("mode", \.mode, default: .slow), .lang(\.lang),
        .childText("stamp", \.stamp), .childText("note", \.note), .flag("final", \.isFinal), .child(\.extra),
        .children(\.parts), .childTexts("tag", \.tags))
}

private struct Strict: Equatable, ElementCodable {
    var extra: Sample.Extra
    var isOn: Bool
    static let codec = Codec(
        Name("strict", "urn:strict"),
        { (extra: Sample.Extra, isOn: Bool) throws(CodecError) in
            guard isOn else { throw .invalid("off") }
            return Strict(extra: extra, isOn: isOn)
        },
        .child(\.extra), .attribute("on", \.isOn))
}

@Suite("Declared forms of payloads")
struct CodecTests {
    private static let full = """
        <sample xmlns='urn:sample' id='1' count='4294967295' mode='fast' xml:lang='eo'>\
        <stamp>2002-09-10T23:08:25Z</stamp><note>x</note><final/><extra xmlns='urn:extra' jid='a@b'/>\
        <part>-5</part><part>7</part><tag>p</tag><tag>q</tag></sample>
        """
    private static let least = "<sample xmlns='urn:sample' id=''><stamp>2002-09-10T23:08:25Z</stamp></sample>"

    @Test("All fields are read and written")
    func full() throws {
        let sample = try Sample(stanza(Self.full))
        let wanted = Sample(
            id: "1", count: .max, mode: .fast, lang: "eo", stamp: try #require(XMPPDateTime("2002-09-10T23:08:25Z")),
            note: "x", isFinal: true, extra: .init(jid: try BareJID("a@b")),
            parts: [.init(value: -5), .init(value: 7)],
            tags: ["p", "q"])
        #expect(sample == wanted)
        #expect(sample.element.canonical == (try stanza(Self.full)).canonical)
    }

    @Test("What may be missing is, and unknown parts are ignored")
    func least() throws {
        let sample = try Sample(stanza(Self.least))
        #expect(sample.count == nil && sample.mode == .slow && sample.note == nil && !sample.isFinal)
        #expect(sample.extra == nil && sample.parts.isEmpty && sample.tags.isEmpty && sample.lang == nil)
        #expect(sample.element.canonical == (try stanza(Self.least)).canonical)
        let more = Self.least.replacing("<stamp>", with: "text<unknown/><part xmlns='urn:x'>x</part><stamp a='b'>")
        #expect(try Sample(stanza(more)) == sample)
    }

    /// A change to the full sample, and why it is refused then.
    static let faults: [(String, String, CodecError)] = [
        ("id='1' ", "", .missingAttribute("id")), ("4294967295", "4294967296", .malformedAttribute("count")),
        ("4294967295", "-1", .malformedAttribute("count")), ("4294967295", "", .malformedAttribute("count")),
        ("4294967295", "0x1", .malformedAttribute("count")), ("'fast'", "'Fast'", .malformedAttribute("mode")),
        ("<stamp>2002-09-10T23:08:25Z</stamp>", "", .missingChild("stamp")),
        ("2002-09-10T", "2002-09-10 ", .malformedText(of: "stamp")), ("a@b", "@", .malformedAttribute("jid")),
        ("-5", "five", .malformedText(of: "part")), ("-5", "9223372036854775808", .malformedText(of: "part")),
        ("urn:sample", "urn:other", .wrongElement(expected: "sample")),
    ]

    @Test("A malformed field is refused", arguments: faults)
    func fault(part: String, replacement: String, error: CodecError) throws {
        let element = try stanza(Self.full.replacing(part, with: replacement))
        #expect(throws: error) { try Sample(element) }
    }

    /// A boolean as written, and its value; `nil` where there is none.
    static let booleans: [(String, Bool?)] = [
        ("true", true), ("1", true), (" true\n", true), ("false", false), ("0", false), ("TRUE", nil), ("", nil),
        ("yes", nil),
    ]

    @Test("Booleans are those of XML Schema", arguments: booleans)
    func boolean(text: String, value: Bool?) {
        #expect(Bool(xmlText: text) == value)
    }

    @Test("Required children and rules over several fields")
    func strict() throws {
        let extra = "<extra xmlns='urn:extra' jid='a@b'/>"
        #expect(throws: Never.self) { try Strict(stanza("<strict xmlns='urn:strict' on='1'>\(extra)</strict>")) }
        #expect(throws: CodecError.missingChild("extra")) { try Strict(stanza("<strict xmlns='urn:strict' on='1'/>")) }
        #expect(throws: CodecError.invalid("off")) {
            try Strict(stanza("<strict xmlns='urn:strict' on='0'>\(extra)</strict>"))
        }
    }

    @Test("Payloads stand in stanzas")
    func stanzas() throws {
        let sample = try Sample(stanza(Self.full))
        var message = Message()
        #expect(try message.payload(Sample.self) == nil)
        message.add(sample)
        #expect(try message.payload(Sample.self) == sample)
        var presence = Presence()
        #expect(try presence.payload(Sample.self) == nil)
        presence.add(sample)
        #expect(try presence.payload(Sample.self) == sample)
        let get = IQ(get: sample, id: "1", to: try JID("a@b"))
        #expect(get.content == .get(sample.element))
        #expect(IQ(set: sample, id: "1").content == .set(sample.element))
        #expect(try #require(get.answered(with: sample.element)).result(Sample.self) == sample)
        #expect(throws: CodecError.missingChild("sample")) { try get.result(Sample.self) }
        #expect(throws: CodecError.missingChild("sample")) { try #require(get.answered()).result(Sample.self) }
    }

    @Test("The integers of all sizes know their ranges")
    func integers() {
        #expect(Int8(xmlText: "127") == 127 && Int8(xmlText: "128") == nil && Int8(xmlText: "-128") == -128)
        #expect(UInt16(xmlText: "65535") == .max && UInt16(xmlText: "65536") == nil)
        #expect(UInt64(xmlText: "18446744073709551615") == .max && UInt64(xmlText: "18446744073709551616") == nil)
        #expect(Int(xmlText: " 12 ") == 12 && Int(xmlText: "1 2") == nil && Int(xmlText: "+3") == 3)
        #expect(
            JID(xmlText: "a@b/c")?.xmlText == "a@b/c" && FullJID(xmlText: "a@b") == nil
                && BareJID(xmlText: "a@b/c") == nil)
    }
}
