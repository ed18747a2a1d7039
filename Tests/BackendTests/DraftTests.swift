import Domain
import Store
import TestSupport
import Testing
import XMLStreams
import XMPPAddresses

@testable import Backend

/// What a draft becomes, in the store and on the wire.
struct DraftTests {
    private let romeo: BareJID
    private let fallbacks: Namespace = "urn:xmpp:fallback:0"

    init() throws { romeo = try BareJID("romeo@example.net") }

    @Test("An answer quotes what it answers, and says where the quotation ends")
    func reply() async throws {
        let house = try House()
        let (service, server) = try await house.online()
        try await server.deliver(
            """
            <message type='chat' from='romeo@example.net/orchard' id='r1'><body>Wherefore\nart 🌹 thou</body>\
            <origin-id xmlns='urn:xmpp:sid:0' id='o1'/></message>
            """)
        let answered = try #require(await house.observer.event(.message, holding: "Wherefore").entry)
        var draft = Draft(
            texts: LanguageMap([.init(language: "en", text: "here"), .init(language: "de", text: "hier")]))
        draft.reply = answered
        draft.details.mentions = [.init(target: "xmpp:romeo@example.net", range: 0..<4)]
        draft.details.spans = [TextSpan(.strong, 1..<3)]
        let id = try await service.send(draft, to: romeo)
        let stanza = try await server.stanza()
        let quoted = "> Wherefore\n> art 🌹 thou\n"
        #expect(stanza.elements.filter { $0.name.local == "body" }.map(\.text) == [quoted + "here", quoted + "hier"])
        let reply = try #require(stanza.child("reply", "urn:xmpp:reply:0"))
        #expect(reply[attribute: "id"] == "o1" && reply[attribute: "to"] == "romeo@example.net/orchard")
        let fallback = try #require(stanza.child("fallback", fallbacks))
        #expect(fallback[attribute: "for"] == "urn:xmpp:reply:0")
        let region = try #require(fallback.child("body", fallbacks))
        #expect(region[attribute: "start"] == "0" && region[attribute: "end"] == "\(quoted.unicodeScalars.count)")
        let entry = try #require(try await house.store.entry(id))
        let length = quoted.unicodeScalars.count
        #expect(entry.content.details?.reply == .init(id: "o1", author: "romeo@example.net/orchard"))
        #expect(entry.content.details?.fallbacks == [.init(namespace: "urn:xmpp:reply:0", range: 0..<length)])
        #expect(entry.content.details?.mentions.map(\.range) == [length..<length + 4])
        #expect(entry.content.details?.spans == [TextSpan(.strong, length + 1..<length + 3)])
        // A correction stays an answer, and an answer to it quotes what it says itself only.
        try await service.correct(id.description, in: entry.conversation, Revision(texts: LanguageMap("there")))
        let corrected = try await server.stanza()
        #expect(corrected.child("body", .client)?.text == quoted + "there")
        #expect(corrected.child("reply", "urn:xmpp:reply:0") == reply)
        #expect(corrected.child("fallback", fallbacks) == fallback)
        _ = try await service.send(Draft(texts: LanguageMap("yes"), reply: id), to: romeo)
        #expect(try await server.stanza().child("body", .client)?.text == "> there\nyes")
    }

    @Test("An entry of another conversation, or none, is not answered")
    func noReply() async throws {
        let house = try House()
        let (service, _) = try await house.online()
        let elsewhere = try await service.send(Draft(texts: LanguageMap("x")), to: try BareJID("nurse@example.com"))
        for entry in [elsewhere, EntryID(number: 99)] {
            let error = await #expect(throws: BackendError.self) {
                _ = try await service.send(Draft(texts: LanguageMap("y"), reply: entry), to: romeo)
            }
            #expect(error?.name == "NoSuchEntry")
        }
    }

    @Test(
        "Quotations are bounded, in lines and in length",
        arguments: [
            ("a", "> a\n"), ("a\n\nb", "> a\n> \n> b\n"),
            ("1\n2\n3\n4\n5\n6\n7", "> 1\n> 2\n> 3\n> 4\n> 5\n> 6\n> …\n"),
            (String(repeating: "x", count: 501), "> " + String(repeating: "x", count: 500) + "\n> …\n"),
        ])
    func quotation(text: String, quoted: String) {
        #expect(Quotation(of: text).text == quoted)
        #expect(Quotation(of: text, by: "Romeo").text == "> Romeo:\n" + quoted)
    }

    @Test("A draft without anything, or with something outside of its text, is refused")
    func invalid() async throws {
        let house = try House()
        let service = try await house.juliet { $0.isEnabled = false }
        var outside = Draft(texts: LanguageMap("🌹"))
        outside.details.mentions = [.init(target: "x", range: 0..<2)]
        var script = Draft(texts: LanguageMap("x"))
        script.details.links = [.init(url: "javascript:alert(1)")]
        var span = Draft(texts: LanguageMap("🌹"))
        span.details.spans = [TextSpan(.strong, 0..<2)]
        for draft in [Draft(texts: LanguageMap()), outside, script, span] {
            let error = await #expect(throws: BackendError.self) { _ = try await service.send(draft, to: romeo) }
            #expect(error?.name == "InvalidArguments")
        }
    }

    @Test("A call for attention needs no text, and is not repeated by a correction; a link alone is the text")
    func attention() async throws {
        let house = try House()
        let (service, server) = try await house.online()
        var draft = Draft(texts: LanguageMap())
        draft.details.isAttention = true
        let bare = try await service.send(draft, to: romeo)
        #expect(try await server.stanza().child("attention", "urn:xmpp:attention:0") != nil)
        draft.texts = LanguageMap("hey")
        let id = try await service.send(draft, to: romeo)
        #expect(try await server.stanza().child("attention", "urn:xmpp:attention:0") != nil)
        let place = try #require(try await house.store.entry(bare)).conversation
        try await service.correct(id.description, in: place, Revision(texts: LanguageMap("hello")))
        #expect(try await server.stanza().child("attention", "urn:xmpp:attention:0") == nil)
        var link = Draft(texts: LanguageMap())
        link.details.links = [.init(url: "https://example.org/a")]
        _ = try await service.send(link, to: romeo)
        #expect(try await server.stanza().child("body", .client)?.text == "https://example.org/a")
    }

    @Test("What goes with the texts is stored as it goes out, and a correction keeps what it does not change")
    func details() async throws {
        let house = try House()
        let (service, server) = try await house.online()
        var draft = Draft(texts: LanguageMap("so *bold* https://example.org/a"))
        draft.details.spoiler = LanguageMap("the end")
        draft.details.links = [.init(url: "https://example.org/a")]
        draft.details.mentions = [.init(target: "xmpp:nurse@example.com", range: 0..<2)]
        let id = try await service.send(draft, to: romeo)
        let stanza = try await server.stanza()
        #expect(stanza.child("spoiler", "urn:xmpp:spoiler:0")?.text == "the end")
        #expect(stanza.child("x", "jabber:x:oob")?.child("url", "jabber:x:oob")?.text == "https://example.org/a")
        #expect(stanza.child("reference", "urn:xmpp:reference:0") != nil)
        // The text's own signs say it.
        #expect(stanza.child("markup", "urn:xmpp:markup:0") == nil)
        let stored = try #require(try await house.store.entry(id))
        #expect(stored.content.details?.spans.map(\.kind) == [.strong])
        var revision = Revision(texts: LanguageMap("so plain"))
        revision.details.spans = [TextSpan(.emphasis, 3..<8)]
        try await service.correct(id.description, in: stored.conversation, revision)
        let corrected = try await server.stanza()
        #expect(corrected.child("spoiler", "urn:xmpp:spoiler:0")?.text == "the end")
        #expect(
            corrected.child("x", "jabber:x:oob") != nil && corrected.child("reference", "urn:xmpp:reference:0") == nil)
        #expect(corrected.child("markup", "urn:xmpp:markup:0") != nil)
    }
}
