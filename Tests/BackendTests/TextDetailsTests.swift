import Domain
import TestSupport
import Testing
import XMLStreams
import XMPPAddresses
import XMPPExtensions
import XMPPStanzas

@testable import Backend

/// What stands beside the text of a received message, and of one that is sent.
struct TextDetailsTests {
    private let own: BareJID

    init() throws { own = try BareJID("juliet@capulet.lit") }

    private func details(
        _ message: Message, occupantID: String? = nil, isInRoom: Bool = false, isAddressed: Bool = true
    ) -> EntryDetails {
        var payloads = TextPayloads()
        for payload in message.payloads { payloads.read(payload) }
        var details = EntryDetails()
        details.add(
            payloads, of: message,
            for: .init(jid: own, occupantID: occupantID, isInRoom: isInRoom, isAddressed: isAddressed))
        return details
    }

    private func details(_ xml: String) throws -> EntryDetails {
        details(try Message(try stanza("<message>\(xml)</message>")))
    }

    private func golden(_ folder: String, _ name: String) throws -> Message {
        try Message(TestSupport.golden(folder, name).element)
    }

    @Test("A plain text has nothing beside it")
    func plain() throws {
        #expect(try details("<body>Wherefore art thou?</body>").isEmpty)
        #expect(try details("<body>a</body><x xmlns='urn:example'/>").isEmpty)
        #expect(try details("<subject>*a*</subject>").isEmpty)
    }

    @Test("One form of formatting counts: markup, else XHTML, else signs")
    func formatting() throws {
        let body = "<body>*a* b</body>"
        let markup = "<markup xmlns='urn:xmpp:markup:0'><span start='4' end='5'><code/></span></markup>"
        let xhtml = """
            <html xmlns='http://jabber.org/protocol/xhtml-im'><body xmlns='http://www.w3.org/1999/xhtml'>*a* <em>b</em>\
            </body></html>
            """
        let other = "<html xmlns='http://jabber.org/protocol/xhtml-im'/>"
        let unstyled = "<unstyled xmlns='urn:xmpp:styling:0'/>"
        let beyond = "<markup xmlns='urn:xmpp:markup:0'><span start='4' end='6'><code/></span></markup>"
        #expect(try details(body + markup + xhtml).spans == [TextSpan(.code, 4..<5)])
        #expect(try details(body + xhtml).spans == [TextSpan(.emphasis, 4..<5)])
        #expect(try details(body + beyond + other).spans == [TextSpan(.strong, 0..<3)])
        #expect(try details(body).spans == [TextSpan(.strong, 0..<3)])
        let plain = try details(body + unstyled)
        #expect(plain.spans.isEmpty && plain.isUnstyled)
        #expect(try details(body + markup + unstyled).spans == [TextSpan(.code, 4..<5)])
    }

    @Test("Markup is of the first text's language, or of none")
    func language() throws {
        let body = "<body xml:lang='en'>ab</body><body xml:lang='de'>cd</body>"
        func markup(_ lang: String, _ kind: String) -> String {
            "<markup xmlns='urn:xmpp:markup:0'\(lang)><span start='0' end='1'><\(kind)/></span></markup>"
        }
        let german = markup(" xml:lang='de'", "code")
        #expect(try details(body + german).spans.isEmpty)
        #expect(try details(body + german + markup("", "strong")).spans.map(\.kind) == [.strong])
        #expect(
            try details(body + german + markup("", "strong") + markup(" xml:lang='EN'", "emphasis")).spans.map(\.kind)
                == [.emphasis])
    }

    @Test("Spoilers and links are kept as they come, each link once")
    func spoilersAndLinks() throws {
        let spoiler = try golden("xep-0382", "03-user-sends-a-spoiler-message-with-the-hint-i")
        #expect(details(spoiler).spoiler?["ca"] == "Viatge a la platja")
        let hidden = try golden("xep-0382", "01-user-sends-a-spoiler-message-without-the-hin")
        #expect(details(hidden).spoiler == LanguageMap())
        let link = "<x xmlns='jabber:x:oob'><url>https://a.example</url></x>"
        let same = "<reference xmlns='urn:xmpp:reference:0' type='data' uri='https://a.example'/>"
        let other = "<reference xmlns='urn:xmpp:reference:0' type='data' uri='https://b.example'/>"
        let harmful = "<reference xmlns='urn:xmpp:reference:0' type='data' uri='javascript:x'/>"
        let earlier = "<reference xmlns='urn:xmpp:reference:0' type='data' anchor='xmpp:x@y' uri='https://c.example'/>"
        let found = try details("<body>a</body>" + link + link + same + other + harmful + earlier)
        #expect(found.links.map(\.url) == ["https://a.example", "https://b.example"])
    }

    @Test("Only who is mentioned is called")
    func mentions() throws {
        let message = try golden("xep-0372", "01-romeo-sends-a-message-mentioning-juliet")
        let mention = EntryDetails.Mention(target: "xmpp:juliet@capulet.lit", range: 72..<78, isUser: true)
        #expect(details(message).mentions == [mention])
        #expect(!details(message, isAddressed: false).mentionsUser)
        let nurse = TextDetailsTests.mention("jid='nurse@capulet.lit'")
        #expect(try details("<body>a</body>" + nurse).mentions == [.init(target: "xmpp:nurse@capulet.lit")])
    }

    private static func mention(_ attributes: String, _ content: String = "") -> String {
        "<mention xmlns='urn:xmpp:mentions:0' \(attributes)>\(content)</mention>"
    }

    @Test(
        "Explicit mentions call whom they mean",
        arguments: [
            ("jid='juliet@capulet.lit/x'", "", false, true), ("jid='juliet@capulet.lit'", "<noping/>", false, false),
            ("jid='juliet@capulet.lit'", "<active/>", false, false), ("jid='nurse@capulet.lit'", "", false, false),
            ("occupantid='me'", "", true, true), ("occupantid='me'", "", false, false),
            ("occupantid='you'", "", true, false), ("mentions='urn:xmpp:mentions:0#channel'", "", true, true),
            ("mentions='urn:xmpp:mentions:0#channel'", "", false, false),
            ("mentions='urn:xmpp:mentions:0#channel' uri='xmpp:a@b'", "", true, false),
            ("mentions='urn:xmpp:mentions:0#owner'", "", true, false),
        ])
    func explicit(attributes: String, content: String, isInRoom: Bool, isUser: Bool) throws {
        let xml = "<message><body>a</body>\(Self.mention(attributes, content))</message>"
        let message = try Message(try stanza(xml))
        let found = details(message, occupantID: "me", isInRoom: isInRoom)
        #expect(found.mentions.count == 1)
        #expect(found.mentionsUser == isUser)
    }

    @Test("The same mention in both forms is one, and may be silenced")
    func both() throws {
        let reference = "<reference xmlns='urn:xmpp:reference:0' type='mention' uri='xmpp:juliet@capulet.lit'/>"
        let loud = Self.mention("jid='juliet@capulet.lit'")
        let silent = Self.mention("jid='juliet@capulet.lit'", "<noping/>")
        #expect(try details("<body>a</body>" + reference + loud).mentions.map(\.isUser) == [true])
        #expect(try details("<body>a</body>" + reference + silent).mentions.map(\.isUser) == [false])
    }

    @Test("Who mentions too many mentions nobody", arguments: [(32, 32), (33, 0), (1000, 0)])
    func many(count: Int, kept: Int) throws {
        let body = "<body>a</body>"
        let explicit = (0..<count).map { Self.mention("jid='n\($0)@capulet.lit'") }.joined()
        #expect(try details(body + explicit).mentions.count == kept)
        let references = (0..<count).map {
            "<reference xmlns='urn:xmpp:reference:0' type='mention' uri='xmpp:n\($0)@capulet.lit'/>"
        }
        #expect(try details(body + references.joined()).mentions.count == kept)
    }

    @Test("So many links and no more", arguments: [(16, 16), (17, 16)])
    func manyLinks(count: Int, kept: Int) throws {
        let links = (0..<count).map { "<x xmlns='jabber:x:oob'><url>https://a.example/\($0)</url></x>" }
        #expect(try details("<body>a</body>" + links.joined()).links.count == kept)
        let references = (0..<count).map {
            "<reference xmlns='urn:xmpp:reference:0' type='data' uri='https://a.example/\($0)'/>"
        }
        #expect(try details("<body>a</body>" + references.joined()).links.count == kept)
    }

    @Test("What is sent comes back as what it was")
    func roundTrip() throws {
        var sent = EntryDetails(
            spoiler: LanguageMap("the end", language: "en"), links: [.init(url: "https://a.example", description: "d")],
            mentions: [.init(target: "xmpp:juliet@capulet.lit", range: 0..<6, isUser: true)],
            spans: [TextSpan(.strong, 0..<6), TextSpan(.codeBlock, 7..<9, language: "c")])
        let texts = Domain.LanguageMap("Juliet *x*")
        var message = Message(bodies: XMPPStanzas.LanguageMap(texts), payloads: sent.payloads(of: texts))
        #expect(details(message) == sent)
        sent.spans = []
        sent.addStyling(of: texts)
        #expect(sent.spans == [TextSpan(.strong, 7..<10)])
        message.payloads = sent.payloads(of: texts)
        #expect(!message.payloads.contains { $0.has("markup", .markup) })
        #expect(details(message) == sent)
        sent.isUnstyled = true
        sent.spans = []
        sent.addStyling(of: texts)
        message.payloads = sent.payloads(of: texts)
        #expect(details(message) == sent)
    }

    @Test("Nobody is mentioned by what is no address")
    func noAddress() {
        let details = EntryDetails(mentions: [
            .init(target: "occupant:x"), .init(target: "urn:xmpp:mentions:0#channel"), .init(target: "@"),
        ])
        #expect(details.payloads(of: LanguageMap("a")).isEmpty)
        #expect(EntryDetails(spoiler: LanguageMap()).payloads(of: LanguageMap("a")).count == 1)
    }
}
