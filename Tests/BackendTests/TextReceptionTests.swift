import Domain
import Store
import TestSupport
import Testing
import XMLStreams
import XMPPAddresses
import XMPPExtensions
import XMPPStanzas

@testable import Backend

/// What becomes of a received message's text, from the stream to the store.
struct TextReceptionTests {
    /// How a message gets here.
    enum Way: String, Sendable, CaseIterable {
        case direct, copied, ownDevice, archived

        /// The stanza that brings a message.
        func stanza(around message: Element) -> Element {
            switch self {
            case .direct: message
            case .copied: Self.copy("received", message)
            case .ownDevice: Self.copy("sent", message)
            case .archived: Self.result(message)
            }
        }

        private static func forwarded(_ message: Element, delay: Bool) -> Element {
            let stamp = Element("delay", .delay, ["stamp": "2023-11-14T12:00:00Z"])
            let children = (delay ? [stamp] : []) + [message]
            return Element(Name("forwarded", "urn:xmpp:forward:0"), children: children.map { .element($0) })
        }

        private static func copy(_ name: String, _ message: Element) -> Element {
            let copy = Element(
                Name(name, "urn:xmpp:carbons:2"), children: [.element(forwarded(message, delay: false))])
            return Element(
                Name("message", .client), attributes: [Attribute("from", "juliet@example.com")],
                children: [.element(copy)])
        }

        private static func result(_ message: Element) -> Element {
            let result = Element(
                Name("result", "urn:xmpp:mam:2"),
                attributes: [Attribute("queryid", "%"), Attribute("id", "a1")],
                children: [.element(forwarded(message, delay: true))])
            return Element(Name("message", .client), children: [.element(result)])
        }
    }

    struct Example: Sendable, CustomTestStringConvertible {
        let folder: String
        let name: String
        var kind = EntryKind.chat
        var encryption: String?
        let details: EntryDetails?

        var testDescription: String { "\(folder)/\(name)" }

        init(
            _ folder: String, _ name: String, _ details: EntryDetails?, kind: EntryKind = .chat,
            encryption: String? = nil
        ) {
            self.folder = folder
            self.name = name
            self.details = details
            self.kind = kind
            self.encryption = encryption
        }

        /// From Romeo to Juliet, or from Juliet's telephone to Romeo.
        func message(by way: Way) throws -> Element {
            let text = String(decoding: try golden(folder, name).bytes, as: UTF8.self)
                .replacing("juliet@capulet.lit'/>", with: "juliet@example.com'/>")
            var message = try Message(try stanza(text))
            message.type = .chat
            message.id = "g1"
            let own = try JID("juliet@example.com/phone")
            let other = try JID("romeo@example.net/orchard")
            (message.from, message.to) = way == .ownDevice ? (own, other) : (other, own)
            if way == .direct { message.to = nil }
            return message.element
        }
    }

    private static func standIn(_ namespace: String) -> EntryDetails {
        EntryDetails(fallbacks: [.init(namespace: namespace)])
    }

    static let examples = [
        Example("xep-0393", "01-sender-indicates-that-styling-is-disabled", EntryDetails(isUnstyled: true)),
        Example("xep-0394", "01-transport-inline-markup", EntryDetails(spans: [TextSpan(.emphasis, 9..<15)])),
        Example(
            "xep-0394", "02-transport-code-blocks",
            EntryDetails(spans: [TextSpan(.codeBlock, 23..<48, language: "bash")])),
        Example("xep-0071", "07-multiple-bodies", EntryDetails(spans: [TextSpan(.strong, 0..<8)])),
        Example(
            "xep-0382", "01-user-sends-a-spoiler-message-without-the-hin", EntryDetails(spoiler: Domain.LanguageMap())),
        Example(
            "xep-0382", "02-user-sends-a-spoiler-message-with-the-hint",
            EntryDetails(spoiler: Domain.LanguageMap("Love story end"))),
        Example(
            "xep-0066", "01-sender-communicates-a-uri",
            EntryDetails(links: [.init(url: "http://www.jabber.org/images/psa-license.jpg")])),
        Example(
            "xep-0372", "01-romeo-sends-a-message-mentioning-juliet",
            EntryDetails(mentions: [.init(target: "xmpp:juliet@example.com", range: 72..<78, isUser: true)])),
        Example(
            "xep-0372", "02-a-mix-channel-sends-a-message-that-a-new-fdp",
            EntryDetails(links: [
                .init(
                    url: "xmpp:fdp.shakespeare.lit?;"
                        + "node=fdp/submitted/stan.isode.net/accidentreport;item=ndina872be")
            ])),
        Example(
            "xep-0513", "01-mentioning-a-user-in-a-room",
            EntryDetails(mentions: [.init(target: "occupant:alice@occupant-id", range: 7..<12)])),
        Example(
            "xep-0380", "01-example-of-tagged-message-encrypted-with-otr", standIn("urn:xmpp:otr:0"),
            kind: .undecryptable, encryption: "otr"),
        Example(
            "xep-0380", "02-example-of-tagged-message-encrypted-with-ox", standIn("urn:xmpp:openpgp:0"),
            kind: .undecryptable, encryption: "openpgp"),
        Example("xep-0466", "message", EntryDetails(lifetime: 604_800)),
        Example("xep-0334", "01-sending-a-message-with-no-copy-and-no-store-hints", nil),
    ]

    private func entries(_ house: House, _ service: AccountService) async throws -> [Entry] {
        let romeo = try BareJID("romeo@example.net")
        let conversation = try await house.store.conversation(of: service.id, with: romeo)
        return try await house.store.history(of: try #require(conversation).id, .last, limit: 100).entries
    }

    private func state(_ house: House, _ service: AccountService) async throws -> ConversationState {
        let romeo = try BareJID("romeo@example.net")
        return try #require(try await house.store.conversation(of: service.id, with: romeo)).state
    }

    /// Lets a message come this way, and waits until it is stored.
    private func bring(
        _ message: Element, by way: Way
    ) async throws -> (house: House, service: AccountService, entry: Entry) {
        let house = try House(wantsArchive: true)
        let service = try await house.juliet()
        let server = try await house.accept()
        try await server.greet(features: ["urn:xmpp:mam:2", "urn:xmpp:mam:2#extended", "urn:xmpp:sid:0"])
        let question = try await server.archiveQuestion()
        var stanza = way.stanza(around: message)
        if case .archived = way, case .element(var result)? = stanza.children.first {
            result.attributes = [Attribute("queryid", question.query), Attribute("id", "a1")]
            stanza.children = [.element(result)]
        }
        await server.deliver([stanza])
        let ends = way == .archived ? "<first>a1</first><last>a1</last>" : ""
        let set = "<set xmlns='http://jabber.org/protocol/rsm'>\(ends)</set>"
        try await server.answer(question.id, "<fin xmlns='urn:xmpp:mam:2' complete='true'>\(set)</fin>")
        await house.observer.until { seen in seen.last(service.id)?.archive == .current ? () : nil }
        try await house.settled(server)
        await house.observer.until { seen in seen.last(service.id)?.archive == .current ? () : nil }
        let found = try await entries(house, service)
        #expect(found.count == 1)
        return (house, service, try #require(found.first))
    }

    @Test("Each extension is read, however the message comes", arguments: examples, Way.allCases)
    func table(example: Example, way: Way) async throws {
        let (house, service, entry) = try await bring(try example.message(by: way), by: way)
        var details = example.details
        // What the user wrote on another device does not call them.
        if way == .ownDevice, var own = details {
            for index in own.mentions.indices { own.mentions[index].isUser = false }
            details = own
        }
        #expect(entry.content.details == details)
        #expect(entry.content.kind == example.kind)
        #expect(entry.content.encryption == example.encryption)
        #expect(entry.content.direction == (way == .ownDevice ? .outgoing : .incoming))
        let isNews = way == .direct || way == .copied
        let state = try await state(house, service)
        #expect(state.unread == (isNews ? 1 : 0))
        #expect(state.mentions == (isNews && details?.mentionsUser == true ? 1 : 0))
    }

    @Test("Formatting by signs needs no payload")
    func styling() async throws {
        let (_, _, entry) = try await bring(try message("<body>a *b* c</body>"), by: .direct)
        #expect(entry.content.details == EntryDetails(spans: [TextSpan(.strong, 2..<5)]))
    }

    private func message(_ content: String, id: String = "m1", lang: String = "") throws -> Element {
        try stanza("<message type='chat' from='romeo@example.net/orchard' id='\(id)' \(lang)>\(content)</message>")
    }

    // MARK: Languages

    private static let german = "Morgen treffen wir uns um acht Uhr am Bahnhof, bring bitte die Bücher mit."
    private static let english = "Tomorrow we are going to meet at the station, please bring the books with you."
    private static let quoted = "> \(english)\n"
    private static let answer = """
        <body>&gt; \(english)\n\(german)</body><reply xmlns='urn:xmpp:reply:0' id='x'/>\
        <fallback xmlns='urn:xmpp:fallback:0' for='urn:xmpp:reply:0'>\
        <body start='0' end='\(quoted.unicodeScalars.count)'/></fallback>
        """

    @Test(
        "The language of a text is guessed where none is declared, and not from what it quotes",
        arguments: [
            ("<body>\(german)</body>", "de"), ("<body xml:lang='en'>\(german)</body>", nil), ("<body>ok</body>", nil),
            (answer, "de"), ("<subject>\(german)</subject>", nil),
            ("<body>\(german)</body><encryption xmlns='urn:xmpp:eme:0' namespace='urn:xmpp:otr:0'/>", nil),
        ])
    func language(content: String, language: String?) async throws {
        let (_, _, entry) = try await bring(try message(content), by: .direct)
        #expect(entry.content.detectedLanguage == language)
    }

    @Test(
        "What the server says of the whole stanza is not what the text declares",
        arguments: [
            ("<body>\(german)</body>", "de"), ("<body>\(english)</body>", "en"), ("<body>ok</body>", nil),
            ("<body xml:lang='nl'>\(german)</body>", nil),
            ("<body>\(english)</body><body xml:lang='de'>\(german)</body>", nil),
        ])
    func stamp(content: String, language: String?) async throws {
        let (house, service, entry) = try await bring(try message(content, lang: "xml:lang='en'"), by: .direct)
        #expect(entry.content.detectedLanguage == language)
        #expect(entry.content.texts.first?.language == (content.contains("'nl'") ? "nl" : "en"))
        let words = language == "de" ? "Bahnhof" : ""
        let found = try await house.store.search(
            SearchQuery(text: words, account: service.id, language: language ?? "xx"), limit: 9)
        #expect(found.hits.contains { $0.entry.id == entry.id } == (language != nil))
    }

    @Test("What is sent and corrected is in the language that it is in, and is found by it")
    func sentLanguage() async throws {
        let house = try House()
        let (service, _) = try await house.online()
        let romeo = try BareJID("romeo@example.net")
        let id = try await service.send(Draft(texts: Domain.LanguageMap(Self.german)), to: romeo)
        let entry = try #require(try await house.store.entry(id))
        #expect(entry.content.detectedLanguage == "de")
        try await service.correct(
            id.description, in: entry.conversation, Revision(texts: Domain.LanguageMap(Self.english)))
        #expect(try await house.store.entry(id)?.content.detectedLanguage == "en")
        let found = try await house.store.search(SearchQuery(text: "station", language: "en"), limit: 9)
        #expect(found.hits.map(\.entry.id) == [id])
        #expect(try await house.store.search(SearchQuery(text: "station", language: "de"), limit: 9).hits.isEmpty)
        let declared = try await service.send(
            Draft(texts: Domain.LanguageMap(Self.german, language: "de-AT")), to: romeo)
        #expect(try await house.store.entry(declared)?.content.detectedLanguage == nil)
    }

    // MARK: Corrections

    @Test("A correction brings its own details and language; the timer stays as it was sent")
    func correction() async throws {
        let house = try House()
        let (service, server) = try await house.online()
        let timer = "<ephemeral xmlns='urn:xmpp:ephemeral:0' timer='60'/>"
        await server.deliver([try message("<body>\(Self.german)</body>\(timer)")])
        let mention = """
            <body>*Juliet*</body><replace xmlns='urn:xmpp:message-correct:0' id='m1'/>\
            <spoiler xmlns='urn:xmpp:spoiler:0'>hint</spoiler><ephemeral xmlns='urn:xmpp:ephemeral:0' timer='5'/>\
            <reference xmlns='urn:xmpp:reference:0' type='mention' begin='1' end='7' uri='xmpp:juliet@example.com'/>
            """
        await server.deliver([try message(mention, id: "m2")])
        try await house.settled(server)
        var entry = try #require(try await entries(house, service).first)
        #expect(entry.content.detectedLanguage == nil)
        #expect(
            entry.content.details
                == EntryDetails(
                    spoiler: Domain.LanguageMap("hint"),
                    mentions: [.init(target: "xmpp:juliet@example.com", range: 1..<7, isUser: true)],
                    spans: [TextSpan(.strong, 0..<8)], lifetime: 60))
        #expect(try await state(house, service).mentions == 1)
        let plain = "<body>\(Self.english)</body><replace xmlns='urn:xmpp:message-correct:0' id='m1'/>"
        await server.deliver([try message(plain, id: "m3")])
        try await house.settled(server, "again")
        entry = try #require(try await entries(house, service).first)
        #expect(entry.content.detectedLanguage == "en")
        #expect(entry.content.details == EntryDetails(lifetime: 60))
        let after = try await state(house, service)
        #expect(after.mentions == 0 && after.unread == 1)
    }

    // MARK: What cannot be read

    static let seals: [(payload: String, word: String?)] = [
        ("<encrypted xmlns='eu.siacs.conversations.axolotl'><header/><payload>x</payload></encrypted>", "omemo:0"),
        ("<encrypted xmlns='urn:xmpp:omemo:2'><header/><payload>x</payload></encrypted>", "omemo:2"),
        ("<x xmlns='jabber:x:encrypted'>x</x>", "openpgp:legacy"),
        ("<encryption xmlns='urn:xmpp:eme:0' namespace='urn:example' name='Example'/>", "urn:example"),
        ("<encrypted xmlns='urn:xmpp:omemo:2'><header/></encrypted>", nil),
        (
            "<encrypted xmlns='urn:xmpp:omemo:2'><header/></encrypted>"
                + "<encryption xmlns='urn:xmpp:eme:0' namespace='urn:xmpp:omemo:2'/>", nil
        ),
        ("<encryption xmlns='urn:xmpp:eme:0'/>", nil),
    ]

    @Test(
        "What cannot be read is told, with a text and without one", arguments: seals, ["", "<body>Get a key!</body>"])
    func unreadable(row: (payload: String, word: String?), body: String) async throws {
        let isKeyOnly = row.payload.contains("<header/></encrypted><encryption")
        let word = isKeyOnly && !body.isEmpty ? "omemo:2" : row.word
        let house = try House()
        let (service, server) = try await house.online()
        await server.deliver([try message(row.payload + body)])
        await server.deliver([try message("<body>end</body>", id: "m2")])
        try await house.settled(server)
        let entry = try #require(try await entries(house, service).first)
        let isThere = word != nil || !body.isEmpty
        #expect((entry.content.messageID == "m1") == isThere)
        guard isThere else { return }
        #expect(entry.content.kind == (word == nil ? .chat : .undecryptable))
        #expect(entry.content.encryption == word)
        #expect(entry.content.details?.fallbacks.isEmpty ?? true == (word == nil || body.isEmpty))
        #expect(try await state(house, service).unread == 2)
    }

    @Test("What cannot be read takes no other text's place, and is not said to have been seen")
    func sealedCorrection() async throws {
        let house = try House()
        let (service, server) = try await house.online()
        await server.deliver([try message("<body>one</body>")])
        let content = """
            <body>Get a key!</body><replace xmlns='urn:xmpp:message-correct:0' id='m1'/>\
            <encryption xmlns='urn:xmpp:eme:0' namespace='urn:xmpp:omemo:2'/>\
            <markable xmlns='urn:xmpp:chat-markers:0'/>
            """
        await server.deliver([try message(content, id: "m2")])
        try await house.settled(server)
        let found = try await entries(house, service)
        #expect(found.map(\.content.kind) == [.chat, .undecryptable])
        #expect(found[0].content.texts.first?.text == "one" && found[0].marks?.correctedAt == nil)
        #expect(!found[1].content.isMarkable)
        // Nor does anybody quote it.
        let romeo = try BareJID("romeo@example.net")
        let reply = try await service.send(Draft(texts: Domain.LanguageMap("what?"), reply: found[1].id), to: romeo)
        #expect(try await house.store.entry(reply)?.content.texts.first?.text == "what?")
    }
}
