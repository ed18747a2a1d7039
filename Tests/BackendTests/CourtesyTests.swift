import Domain
import Store
import TestSupport
import Testing
import XMLStreams
import XMPPAddresses
import XMPPExtensions
import XMPPSessions
import XMPPStanzas

@testable import Backend

/// Receipts, markers and chat states, ours and others'.
struct CourtesyTests {
    private let romeo: BareJID

    init() throws { romeo = try BareJID("romeo@example.net") }

    private static let request = "<request xmlns='urn:xmpp:receipts'/>"

    private func message(
        _ content: String, from: String = "romeo@example.net/a", type: String = "chat", id: String = "m1"
    ) -> String {
        "<message type='\(type)' id='\(id)' from='\(from)' to='juliet@example.com/balcony'>\(content)</message>"
    }

    private func ask(_ text: String) -> String { "<body>\(text)</body>" + Self.request }

    // MARK: Receipts of ours

    @Test("Whoever sees our presence hears that a message arrived, once it is stored, and nothing else")
    func receipt() async throws {
        let house = try House()
        let (_, server) = try await house.online()
        try await server.deliver(message(ask("hello")))
        let receipt = try await server.stanza()
        #expect(house.observer.events(.message).count == 1)
        #expect(receipt[attribute: "to"] == "romeo@example.net/a")
        #expect(receipt[attribute: "type"] == "chat")
        #expect(receipt[attribute: "id"]?.isEmpty == false)
        #expect(receipt.elements == [Receipt.received(id: "m1").element])
        // The same again is an answer to a lost receipt.
        try await server.deliver(message(ask("hello")))
        #expect(try await server.stanza().elements == [Receipt.received(id: "m1").element])
    }

    static let unanswered: [(what: String, xml: String)] = [
        ("to a stranger", "<message type='chat' id='m1' from='tybalt@example.net/a'>%</message>"),
        (
            "to a contact who does not see our presence",
            "<message type='chat' id='m1' from='paris@example.net/a'>%</message>"
        ),
        ("without an id", "<message type='chat' from='romeo@example.net/a'>%</message>"),
        (
            "with an overlong id",
            "<message type='chat' id='\(String(repeating: "x", count: 1025))' from='romeo@example.net/a'>%</message>"
        ),
        ("to an error", "<message type='error' id='m1' from='romeo@example.net/a'>%</message>"),
        ("in a room", "<message type='groupchat' id='m1' from='romeo@example.net/a'>%</message>"),
        ("to another device of ours", "<message type='chat' id='m1' from='juliet@example.com/phone'>%</message>"),
        ("to our server", "<message type='chat' id='m1' from='example.com'>%</message>"),
        (
            "to a receipt",
            "<message type='chat' id='m1' from='romeo@example.net/a'>%<received xmlns='urn:xmpp:receipts' id='q'/></message>"
        ),
        (
            "to a copy",
            """
            <message from='juliet@example.com'><received xmlns='urn:xmpp:carbons:2'><forwarded xmlns='urn:xmpp:forward:0'>\
            <message xmlns='jabber:client' type='chat' id='m1' from='romeo@example.net/a' to='juliet@example.com/phone'>\
            %</message></forwarded></received></message>
            """
        ),
        (
            "to nothing",
            "<message type='chat' id='m1' from='romeo@example.net/a'><request xmlns='urn:xmpp:receipts'/></message>"
        ),
        (
            "to what is refused",
            """
            <message type='chat' id='m1' from='romeo@example.net/a'><request xmlns='urn:xmpp:receipts'/>\
            <retracted xmlns='urn:xmpp:message-retract:1'/></message>
            """
        ),
    ]

    @Test("No receipt is sent", arguments: unanswered.map(\.xml))
    func noReceipt(xml: String) async throws {
        let house = try House()
        let roster = House.roster + "<item jid='paris@example.net' subscription='to'/>"
        let (_, server) = try await house.online(roster: roster)
        try await server.deliver(xml.replacing("%", with: ask("first")) + message(ask("last"), id: "m9"))
        #expect(try await server.stanza().elements == [Receipt.received(id: "m9").element])
    }

    @Test("No receipt for a correction of somebody else's message")
    func refusedAct() async throws {
        let house = try House()
        let (service, server) = try await house.online()
        _ = try await service.send(Draft(texts: Domain.LanguageMap("ours")), to: romeo)
        let ours = try await server.stanza()
        let id = try #require(ours[attribute: "id"])
        try await server.deliver(
            message(ask("forged") + "<replace xmlns='urn:xmpp:message-correct:0' id='\(id)'/>", id: "m2")
                + message(ask("last"), id: "m9"))
        #expect(try await server.stanza().elements == [Receipt.received(id: "m9").element])
        let counted = service.refused.snapshot.map(\.refusal.code)
        #expect(counted == ["act-not-the-author"])
    }

    @Test("Manners can forbid receipts, and are remembered")
    func unmannered() async throws {
        let house = try House()
        let (service, server) = try await house.online()
        var change = AccountChange()
        change.sendsReceipts = false
        _ = try await service.change(change)
        #expect(house.observer.state.last(service.id)?.manners.sendsReceipts == false)
        try await server.deliver(message(ask("hello")))
        try await house.settled(server)
        let text = try await house.store.setting(MannersText.setting(service.id))
        let manners = await service.manners
        #expect(text.flatMap(MannersText.manners) == manners)
        change.sendsReceipts = true
        _ = try await service.change(change)
        try await server.deliver(message(ask("last"), id: "m9"))
        #expect(try await server.stanza().elements == [Receipt.received(id: "m9").element])
    }

    // MARK: Receipts and markers for ours

    @Test("A message asks for news of it, in a chat, and says that we are active")
    func asks() async throws {
        let house = try House()
        let (service, server) = try await house.online()
        for (kind, expected) in [(EntryKind.chat, true), (.normal, true), (.headline, false)] {
            _ = try await service.send(Draft(texts: Domain.LanguageMap("x"), kind: kind), to: romeo)
            let sent = try await server.stanza()
            #expect(sent.elements.contains(Receipt.request.element) == expected)
            #expect(sent.elements.contains(Marker.markable.element) == expected)
            #expect(sent.elements.contains(ChatState.active.element) == (kind == .chat))
        }
    }

    struct News: Sendable, CustomTestStringConvertible {
        let what: String
        let from: String
        let content: String
        let state: EntryState?
        var refusal: String?
        var testDescription: String { what }
    }

    static let news = [
        News(
            what: "a receipt", from: "romeo@example.net/b", content: "<received xmlns='urn:xmpp:receipts' id='%'/>",
            state: .delivered),
        News(
            what: "a marker", from: "romeo@example.net",
            content: "<displayed xmlns='urn:xmpp:chat-markers:0' id='%'/>", state: .displayed),
        News(
            what: "a receipt of somebody else", from: "nurse@example.com/a",
            content: "<received xmlns='urn:xmpp:receipts' id='%'/>", state: nil),
        News(
            what: "a marker of a stranger", from: "tybalt@example.net/a",
            content: "<displayed xmlns='urn:xmpp:chat-markers:0' id='%'/>", state: nil),
        News(
            what: "a receipt of ourselves", from: "juliet@example.com/phone",
            content: "<received xmlns='urn:xmpp:receipts' id='%'/>", state: nil),
        News(
            what: "a retraction by the other one", from: "romeo@example.net/a",
            content: "<retract xmlns='urn:xmpp:message-retract:1' id='%'/>", state: nil,
            refusal: "act-not-the-author"),
        News(
            what: "a reaction of an outsider", from: "nurse@example.com/a",
            content: "<reactions xmlns='urn:xmpp:reactions:0' id='%'><reaction>👍</reaction></reactions>", state: nil),
    ]

    @Test("News counts when the recipient tells it", arguments: news)
    func delivered(row: News) async throws {
        let house = try House()
        let (service, server) = try await house.online()
        let entry = try await service.send(Draft(texts: Domain.LanguageMap("x")), to: romeo)
        let id = try #require(try await server.stanza()[attribute: "id"])
        let before = try await house.store.entry(entry)?.content.state
        try await server.deliver(message(row.content.replacing("%", with: id), from: row.from))
        try await house.settled(server)
        let after = try await house.store.entry(entry)
        #expect(after?.content.state == row.state ?? before)
        #expect(after?.marks == nil)
        #expect(after?.content.texts.first?.text == "x")
        #expect(service.refused.snapshot.map(\.refusal.code) == (row.refusal.map { [$0] } ?? []))
    }

    @Test(
        "A message has failed when its recipient sends it back, and nobody else",
        arguments: [
            ("romeo@example.net/a", true), ("romeo@example.net", true), ("nurse@example.com/a", false),
            ("tybalt@example.net", false), ("example.com", false), ("example.net", false),
            ("juliet@example.com/phone", false),
        ])
    func bounced(from: String, counts: Bool) async throws {
        let house = try House()
        let (service, server) = try await house.online()
        let entry = try await service.send(Draft(texts: Domain.LanguageMap("x")), to: romeo)
        let id = try #require(try await server.stanza()[attribute: "id"])
        let gone = "<error type='cancel'><gone xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error>"
        try await server.deliver(message(gone, from: from, type: "error", id: id))
        try await house.settled(server)
        #expect((try await house.store.entry(entry)?.content.state?.reason?.code == "gone") == counts)
    }

    @Test(
        "What is kept, ours, or of a room that was not joined says nothing of what somebody does now",
        arguments: [
            ("<message type='chat' from='romeo@example.net/a'>%\(delay)</message>", "romeo@example.net"),
            ("<message type='chat' from='juliet@example.com/phone'>%</message>", "juliet@example.com"),
            ("<message type='chat' from='example.com'>%</message>", "example.com"),
            ("<message type='groupchat' from='garden@rooms.example/nurse'>%</message>", "garden@rooms.example"),
            ("<message type='error' id='1' from='romeo@example.net/a'>%</message>", "romeo@example.net"),
        ])
    func unshown(xml: String, peer: String) async throws {
        let house = try House()
        let (service, server) = try await house.online()
        let state = "<composing xmlns='http://jabber.org/protocol/chatstates'/>"
        try await server.deliver(xml.replacing("%", with: state))
        try await house.settled(server)
        #expect(await service.chatStates(in: try BareJID(peer)).isEmpty)
        #expect(house.observer.state.chatStates.isEmpty)
    }

    private static let delay = "<delay xmlns='urn:xmpp:delay' from='example.com' stamp='2023-11-01T12:00:00Z'/>"

    @Test("A receipt for what still waits here takes it out of the outbox")
    func overtaking() async throws {
        let house = try House()
        let (service, server) = try await house.online()
        _ = try await service.send(Draft(texts: Domain.LanguageMap("x")), to: romeo)
        let id = try #require(try await server.stanza()[attribute: "id"])
        try await server.deliver(message("<received xmlns='urn:xmpp:receipts' id='\(id)'/>"))
        await house.observer.until { seen in seen.last(service.id)?.queued == 0 ? () : nil }
        #expect(try await house.store.outbox(of: service.id).isEmpty)
    }

    // MARK: Markers of ours

    private func arrive(
        _ house: House, _ server: Server, _ texts: [(text: String, isMarkable: Bool)],
        from: String = "romeo@example.net/a"
    ) async throws -> [Entry] {
        var entries: [Entry] = []
        for (text, isMarkable) in texts {
            let wish = isMarkable ? "<markable xmlns='urn:xmpp:chat-markers:0'/>" : ""
            try await server.deliver(message("<body>\(text)</body>" + wish, from: from, id: "id-\(text)"))
            let event = await house.observer.event(.message, holding: "id-\(text)")
            let number = try #require(event.entry)
            entries.append(try #require(try await house.store.entry(number)))
        }
        return entries
    }

    @Test("The author hears up to where was read, as far as that was wanted, and each place once")
    func displayed() async throws {
        let house = try House()
        let (service, server) = try await house.online()
        let entries = try await arrive(house, server, [("a", true), ("b", true), ("c", false)])
        let place = entries[0].conversation
        #expect(try await service.sendDisplayed(upTo: entries[2].id, in: place))
        let marker = try await server.stanza()
        #expect(marker[attribute: "to"] == "romeo@example.net")
        #expect(marker[attribute: "type"] == "chat")
        #expect(marker.elements == [Marker.displayed(id: "id-b").element] + Hints.store.elements)
        #expect(try await !service.sendDisplayed(upTo: entries[2].id, in: place))
        #expect(try await !service.sendDisplayed(upTo: entries[0].id, in: place))
    }

    @Test("What is marked as read here is told to its author")
    func markedRead() async throws {
        let house = try House()
        let (service, server) = try await house.online()
        let entries = try await arrive(house, server, [("a", true), ("b", true)])
        try await service.markRead(entries[0].conversation, upTo: "")
        #expect(try await server.stanza().elements.first == Marker.displayed(id: "id-b").element)
    }

    @Test("What another device has read is read here")
    func readElsewhere() async throws {
        let house = try House()
        let (_, server) = try await house.online()
        let entries = try await arrive(house, server, [("a", true)])
        let place = entries[0].conversation
        #expect(try await house.store.conversation(place)?.state.unread == 1)
        try await server.deliver(
            """
            <message from='juliet@example.com'><sent xmlns='urn:xmpp:carbons:2'><forwarded xmlns='urn:xmpp:forward:0'>\
            <message xmlns='jabber:client' type='chat' from='juliet@example.com/phone' to='romeo@example.net'>\
            <displayed xmlns='urn:xmpp:chat-markers:0' id='id-a'/></message></forwarded></sent></message>
            """)
        try await server.handled()
        #expect(try await house.store.conversation(place)?.state.unread == 0)
    }

    @Test("Nobody hears of it who does not see our presence, who did not ask, or while manners or the line forbid it")
    func undisplayed() async throws {
        let house = try House()
        let (service, server) = try await house.online()
        let strange = try await arrive(house, server, [("a", true)], from: "tybalt@example.net/a")
        #expect(try await !service.sendDisplayed(upTo: strange[0].id, in: strange[0].conversation))
        let unasked = try await arrive(house, server, [("b", false)])
        #expect(try await !service.sendDisplayed(upTo: unasked[0].id, in: unasked[0].conversation))
        let asked = try await arrive(house, server, [("c", true)])
        #expect(try await !service.sendDisplayed(upTo: asked[0].id, in: strange[0].conversation))
        var change = AccountChange()
        change.sendsMarkers = false
        _ = try await service.change(change)
        #expect(try await !service.sendDisplayed(upTo: asked[0].id, in: asked[0].conversation))
        change.sendsMarkers = true
        _ = try await service.change(change)
        await service.disconnect()
        #expect(try await !service.sendDisplayed(upTo: asked[0].id, in: asked[0].conversation))
    }

    // MARK: Chat states

    private func state(_ state: ChatState, from: String = "romeo@example.net/a") -> String {
        message("<\(state.rawValue) xmlns='http://jabber.org/protocol/chatstates'/>", from: from)
    }

    @Test("What others do is shown until they send, leave, or too much time passes")
    func shown() async throws {
        let house = try House()
        let (service, server) = try await house.online()
        try await server.deliver(
            "<presence from='romeo@example.net/a'/>" + state(.composing)
                + state(.composing, from: "tybalt@example.net/a"))
        await house.observer.chatState(.composing, of: "romeo@example.net")
        #expect(await service.chatStates(in: try BareJID("tybalt@example.net")).isEmpty)
        try await server.deliver(message("<body>there</body>"))
        await house.observer.chatState(nil, of: "romeo@example.net")
        try await server.deliver(state(.paused))
        await house.observer.chatState(.paused, of: "romeo@example.net")
        try await server.deliver("<presence type='unavailable' from='romeo@example.net/a'/>")
        await house.observer.chatState(nil, of: "romeo@example.net")
        try await server.deliver(state(.composing))
        await house.observer.chatState(.composing, of: "romeo@example.net")
        house.clock.advance(by: .seconds(301))
        await house.observer.chatState(nil, of: "romeo@example.net")
        #expect(house.observer.events(.message).count == 1)
    }

    @Test("We tell what we do to those who tell us, while they are there")
    func told() async throws {
        let house = try House()
        let (service, server) = try await house.online()
        #expect(await !service.sendChatState(.composing, to: romeo))
        try await server.deliver(state(.active))
        await house.observer.chatState(.active, of: "romeo@example.net")
        #expect(await !service.sendChatState(.composing, to: romeo))
        try await server.deliver("<presence from='romeo@example.net/a'/>")
        try await server.handled()
        #expect(await service.sendChatState(.composing, to: romeo))
        let told = try await server.stanza()
        #expect(told.elements == [ChatState.composing.element])
        #expect(told[attribute: "to"] == "romeo@example.net" && told[attribute: "type"] == "chat")
        #expect(await !service.sendChatState(.composing, to: romeo))
        var change = AccountChange()
        change.sendsChatStates = false
        _ = try await service.change(change)
        #expect(await !service.sendChatState(.paused, to: romeo))
        _ = try await service.send(Draft(texts: Domain.LanguageMap("x")), to: romeo)
        #expect(try await !server.stanza().elements.contains(ChatState.active.element))
    }
}
