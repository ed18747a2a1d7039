import TestSupport
import Testing
import XMLStreams
import XMPPExtensions
import XMPPStanzas

@Suite("Payloads that are not as they should be")
struct HostilePayloadTests {
    private static let long = String(repeating: "x", count: 1025)

    private func element(_ xml: String) throws -> Element { try stanza(xml) }

    static let unusable: [String] =
        [
            "<received xmlns='urn:xmpp:receipts'%/>", "<displayed xmlns='urn:xmpp:chat-markers:0'%/>",
            "<received xmlns='urn:xmpp:chat-markers:0'%/>", "<replace xmlns='urn:xmpp:message-correct:0'%/>",
            "<retract xmlns='urn:xmpp:message-retract:1'%/>", "<reactions xmlns='urn:xmpp:reactions:0'%/>",
            "<reply xmlns='urn:xmpp:reply:0'%/>", "<occupant-id xmlns='urn:xmpp:occupant-id:0'%/>",
        ].flatMap { form in
            ["", " id=''", " id='\(long)'"].map { form.replacing("%", with: $0) }
        }

    private static func means(_ element: Element) -> Bool {
        Receipt(element) != nil || Marker(element) != nil || Correction(element) != nil || Retraction(element) != nil
            || Reactions(element) != nil || Reply(element) != nil || OccupantID.id(element) != nil
    }

    @Test("Without a usable id they mean nothing", arguments: unusable)
    func ids(xml: String) throws {
        #expect(!Self.means(try element(xml)))
        let usable = xml.replacing("'' ", with: "").replacing("id=''", with: "").replacing(
            "id='\(Self.long)'", with: "")
        #expect(Self.means(try element(usable.replacing("/>", with: " id='\(Self.long.dropLast())'/>"))))
    }

    @Test(
        "Elements of other names mean nothing",
        arguments: [
            "<receipt xmlns='urn:xmpp:receipts' id='a'/>", "<seen xmlns='urn:xmpp:chat-markers:0' id='a'/>",
            "<typing xmlns='http://jabber.org/protocol/chatstates'/>", "<retracted xmlns='urn:example' id='a'/>",
            "<attention xmlns='urn:xmpp:attention:1'/>", "<save xmlns='urn:xmpp:hints'/>",
            "<store xmlns='urn:example'/>",
            "<fallback xmlns='urn:example'/>",
        ])
    func names(xml: String) throws {
        let element = try element(xml)
        #expect(!Self.means(element))
        #expect(ChatState(element) == nil && Tombstone(element) == nil && Fallback(element) == nil)
        #expect(!Attention.isMeant(by: element) && Hints(element) == [])
    }

    static let emojis: [(content: String, kept: [String]?)] = [
        ("<reaction>👍</reaction><reaction>👍</reaction>", ["👍"]),
        ("<reaction>no emoji at all</reaction><reaction>👍</reaction>", ["👍"]),
        ("<reaction/><reaction>👩‍👩‍👧</reaction>", ["👩‍👩‍👧"]),
        ("<reaction>👍👎</reaction>", []),
        ("<reaction>a\(String(repeating: "\u{301}", count: 40))</reaction>", []),
        ("<emoji>👍</emoji><reaction xmlns='urn:example'>👍</reaction>text", []),
        (String(repeating: "<reaction>👍</reaction>", count: 400), ["👍"]),
        (String(repeating: "<reaction>👍</reaction>", count: 401), nil),
        (many(100), (0..<100).map { String(UnicodeScalar(0x1F400 + UInt32($0)).map(Character.init) ?? "x") }),
        (many(101), nil),
    ]

    private static func many(_ count: UInt32) -> String {
        (0..<count).compactMap { UnicodeScalar(0x1F400 + $0) }.map { "<reaction>\($0)</reaction>" }.joined()
    }

    @Test("Only what is shown as one character is a reaction, once, and not too many", arguments: emojis)
    func reactions(content: String, kept: [String]?) throws {
        let read = Reactions(try element("<reactions xmlns='urn:xmpp:reactions:0' id='a'>\(content)</reactions>"))
        #expect(read?.emojis == kept)
    }

    static let regions: [(content: String, body: Fallback.Extent)] = [
        ("", .whole), ("<body/>", .whole), ("<subject/>", .none), ("<other/>", .none),
        ("<body start='0' end='3'/><body start='5' end='6'/>", .ranges([0..<3, 5..<6])),
        ("<body start='0' end='3'/><body/>", .whole), ("<body/><body start='0' end='3'/>", .whole),
        ("<body start='3' end='0'/>", .none), ("<body start='0' end='0'/>", .none), ("<body start='1'/>", .none),
        ("<body end='4'/>", .none), ("<body start='-1' end='4'/>", .none),
        ("<body start='0' end='99999999999999999999'/>", .none),
        ("<body start='0' end='4294967295'/>", .ranges([0..<4_294_967_295])),
        (
            String(repeating: "<body start='0' end='1'/>", count: 40),
            .ranges(Array(repeating: 0..<1, count: Fallback.limit))
        ),
    ]

    @Test("Regions that make no sense hide nothing", arguments: regions)
    func fallbacks(content: String, body: Fallback.Extent) throws {
        let read = Fallback(
            try element("<fallback xmlns='urn:xmpp:fallback:0' for='urn:xmpp:reply:0'>\(content)</fallback>"))
        #expect(read?.body == body)
    }

    static let texts: [(ranges: [Range<Int>], left: String)] = [
        ([], "> Ä👩‍👧\nyes"), ([0..<6], "\nyes"), ([0..<7], "yes"), ([2..<3], "> 👩‍👧\nyes"),
        ([7..<4_294_967_295], "> Ä👩‍👧\n"), ([100..<200], "> Ä👩‍👧\nyes"), ([5..<7, 0..<3, 2..<6], "yes"),
        ([0..<4_294_967_295], ""),
    ]

    @Test("Fallbacks are counted in code points, wherever they lie", arguments: texts)
    func removing(ranges: [Range<Int>], left: String) {
        let text = "> Ä👩‍👧\nyes"
        let fallback = Fallback(for: .replies, body: .ranges(ranges))
        #expect(Fallback.removing([fallback], for: [.replies], from: text) == left)
        #expect(Fallback.removing([fallback], for: [.reactions], from: text) == text)
        #expect(Fallback.removing([Fallback(for: nil)], for: [.replies], from: text) == text)
    }

    @Test("A whole body is a fallback for those who understand what it stands in for")
    func whole() {
        let both = [Fallback(for: .reactions), Fallback(for: .replies, body: .ranges([0..<1]))]
        #expect(Fallback.ranges(both, for: [.reactions], in: "abc") == [0..<3])
        #expect(Fallback.ranges(both, for: [.replies], in: "abc") == [0..<1])
        #expect(Fallback.ranges(both, for: [.reactions, .replies], in: "") == [])
        #expect(Fallback.removing(both, for: [.reactions], from: "abc") == "")
    }

    @Test("A reason nobody would write is not kept", arguments: [(4096, true), (4097, false), (0, false)])
    func reasons(length: Int, isKept: Bool) throws {
        let reason = String(repeating: "x", count: length)
        let retraction = Retraction(
            try element(
                """
                <retract xmlns='urn:xmpp:message-retract:1' id='a'><moderated xmlns='urn:xmpp:message-moderate:1'/>\
                <reason>\(reason)</reason></retract>
                """))
        #expect(retraction?.moderation?.reason == (isKept ? reason : nil))
    }
}
