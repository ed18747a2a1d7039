import Domain
import Store
import TestSupport
import Testing
import XMLStreams
import XMPPAddresses
import XMPPSessions
import XMPPStanzas

@testable import Backend

/// What messages that act upon other messages mean.
struct ActReceptionTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let what: String
        let content: String
        let meaning: String
        var from = "romeo@example.net/a"
        var to = "juliet@example.com/balcony"
        var who = "contact"
        var type = "chat"
        var passage = Passage.direct

        var testDescription: String { what }
    }

    static let replace = "<replace xmlns='urn:xmpp:message-correct:0' id='m1'/>"
    static let retract = "<retract xmlns='urn:xmpp:message-retract:1' id='m1'/>"
    static let moderate = """
        <retract xmlns='urn:xmpp:message-retract:1' id='s1'><moderated xmlns='urn:xmpp:message-moderate:1'/>\
        <reason>spam</reason></retract>
        """
    static let retracted = "<retracted xmlns='urn:xmpp:message-retract:1' id='m2'/>"
    static let react = "<reactions xmlns='urn:xmpp:reactions:0' id='m1'><reaction>👍</reaction></reactions>"
    static let unreact = "<reactions xmlns='urn:xmpp:reactions:0' id='m1'/>"
    static let received = "<received xmlns='urn:xmpp:receipts' id='m1'/>"
    static let displayed = "<displayed xmlns='urn:xmpp:chat-markers:0' id='m1'/>"
    static let body = "<body>text</body>"
    static let fallback = "<fallback xmlns='urn:xmpp:fallback:0' for='urn:xmpp:reactions:0'/>"
    static let request = "<request xmlns='urn:xmpp:receipts'/>"
    static let attention = "<attention xmlns='urn:xmpp:attention:0'/>"
    static let delay = "<delay xmlns='urn:xmpp:delay' from='example.com' stamp='2023-11-01T12:00:00Z'/>"
    static let garden = "garden@rooms.example.com"

    static let chats: [Row] = [
        Row(what: "a correction", content: replace + body, meaning: "in correct text of m1"),
        Row(what: "a correction without content", content: replace, meaning: "refuse correction-empty"),
        Row(
            what: "a correction of nothing", content: "<replace xmlns='urn:xmpp:message-correct:0'/>",
            meaning: "refuse act-malformed"),
        Row(
            what: "a correction of nothing, with a text",
            content: "<replace xmlns='urn:xmpp:message-correct:0'/>" + body, meaning: "store text"),
        Row(
            what: "a correction by a stranger", content: replace + body, meaning: "in correct text of m1 now",
            who: "stranger"),
        Row(what: "a retraction", content: retract + body, meaning: "in retract of m1"),
        Row(what: "a retraction and a correction", content: retract + replace + body, meaning: "store text"),
        Row(what: "a retraction and reactions", content: retract + react, meaning: "refuse act-ambiguous"),
        Row(what: "two reactions", content: react + unreact, meaning: "refuse act-ambiguous"),
        Row(what: "moderated in a chat", content: moderate, meaning: "refuse moderation-foreign"),
        Row(
            what: "moderated by our server", content: moderate, meaning: "refuse moderation-foreign",
            from: "example.com", who: "server"),
        Row(what: "a tombstone by itself", content: retracted, meaning: "refuse tombstone-foreign"),
        Row(what: "a tombstone in the archive", content: retracted, meaning: "nothing", passage: .archived(id: "a1")),
        Row(what: "reactions", content: react, meaning: "in react 👍 of m1"),
        Row(what: "no reactions any more", content: unreact, meaning: "in react of m1"),
        Row(what: "reactions with a stand-in", content: react + body + fallback, meaning: "in react 👍 of m1"),
        Row(what: "reactions with a text", content: react + body, meaning: "store text, in react 👍 of m1"),
        Row(what: "a receipt", content: received, meaning: "in receive of m1"),
        Row(
            what: "a receipt of the old kind", content: "<received xmlns='urn:xmpp:chat-markers:0' id='m1'/>",
            meaning: "in receive of m1"),
        Row(what: "a receipt with a text", content: received + body, meaning: "store text, in receive of m1"),
        Row(what: "a receipt of a stranger", content: received, meaning: "in receive of m1 now", who: "stranger"),
        Row(
            what: "a stranger's in our archive", content: received, meaning: "in receive of m1", who: "stranger",
            passage: .archived(id: "a1")),
        Row(what: "a marker", content: displayed, meaning: "in display of m1"),
        Row(what: "a marker and a receipt", content: received + displayed, meaning: "in display of m1"),
        Row(
            what: "a marker of the old kind", content: "<acknowledged xmlns='urn:xmpp:chat-markers:0' id='m1'/>",
            meaning: "in display of m1"),
        Row(what: "an error that echoes a receipt", content: received, meaning: "failed x", type: "error"),
        Row(what: "an error that echoes a correction", content: replace + body, meaning: "failed x", type: "error"),
        Row(what: "a wish alone", content: request, meaning: "nothing"),
        Row(what: "a call for attention", content: attention, meaning: "store "),
        Row(what: "a call for attention of a stranger", content: attention, meaning: "nothing", who: "stranger"),
        Row(what: "an old call for attention", content: attention + delay, meaning: "nothing"),
    ]

    static let own: [Row] = [
        Row(
            what: "read on another device", content: displayed, meaning: "out display of m1",
            from: "juliet@example.com/phone", to: "romeo@example.net", who: "device", passage: .copied),
        Row(
            what: "received on another device", content: received, meaning: "nothing", from: "juliet@example.com/phone",
            to: "romeo@example.net", who: "device", passage: .copied),
        Row(
            what: "corrected on another device", content: replace + body, meaning: "out correct text of m1",
            from: "juliet@example.com/phone", to: "romeo@example.net", who: "device", passage: .copied),
        Row(
            what: "retracted on another device, in the archive", content: retract, meaning: "out retract of m1",
            from: "juliet@example.com/phone", to: "romeo@example.net", who: "device", passage: .archived(id: "a1")),
        Row(
            what: "to ourselves", content: react, meaning: "out react 👍 of m1", from: "juliet@example.com/phone",
            to: "juliet@example.com", who: "device"),
    ]

    static let rooms: [Row] = [
        Row(
            what: "moderated by the room", content: moderate, meaning: "in moderate spam of s1@\(garden)", from: garden,
            who: "room", type: "groupchat"),
        Row(
            what: "moderated by an occupant", content: moderate, meaning: "refuse moderation-foreign",
            from: "\(garden)/nurse", who: "room", type: "groupchat"),
        Row(
            what: "moderated by the room, in private", content: moderate, meaning: "refuse moderation-foreign",
            from: garden, who: "room"),
        Row(
            what: "moderated by a room not joined", content: moderate, meaning: "refuse groupchat-not-joined",
            from: garden, who: "stranger", type: "groupchat"),
        Row(
            what: "a room's message in our own archive", content: body, meaning: "refuse groupchat-second-hand",
            from: "\(garden)/nurse", who: "room", type: "groupchat", passage: .archived(id: "a1")),
        Row(
            what: "a room's message in a copy", content: body, meaning: "refuse groupchat-second-hand",
            from: "\(garden)/nurse", who: "room", type: "groupchat", passage: .copied),
        Row(
            what: "moderation out of our own archive", content: moderate, meaning: "refuse groupchat-second-hand",
            from: garden, who: "room", type: "groupchat", passage: .archived(id: "a1")),
        Row(
            what: "retracted by either id", content: retract, meaning: "in retract of m1@\(garden) m1",
            from: "\(garden)/nurse", who: "room", type: "groupchat"),
        Row(
            what: "corrected by the sender's id", content: replace + body, meaning: "in correct text of m1",
            from: "\(garden)/nurse", who: "room", type: "groupchat"),
        Row(
            what: "reaction by the room's id", content: react, meaning: "in react 👍 of m1@\(garden)",
            from: "\(garden)/nurse", who: "room", type: "groupchat"),
        Row(
            what: "a marker by either id", content: displayed, meaning: "in display of m1@\(garden) m1",
            from: "\(garden)/nurse", who: "room", type: "groupchat"),
        Row(
            what: "a receipt in a room", content: received, meaning: "refuse receipt-in-room", from: "\(garden)/nurse",
            who: "room", type: "groupchat"),
        Row(
            what: "a receipt in a room, with a text", content: received + body, meaning: "store text",
            from: "\(garden)/nurse", who: "room", type: "groupchat"),
    ]

    @Test("What is done to other messages, and who may say so", arguments: chats + own + rooms)
    func table(row: Row) throws {
        let own = try BareJID("juliet@example.com")
        let message = try Message(
            stanza("<message id='x' type='\(row.type)' from='\(row.from)' to='\(row.to)'>\(row.content)</message>"))
        let from = try JID(row.from)
        let authority: Authority =
            switch row.who {
            case "contact": .contact(from)
            case "stranger": .stranger(from)
            case "room": .room(from)
            case "server": .ownServer
            default: .ownDevice(try FullJID(row.from))
            }
        let incoming = Incoming(message, from: authority, by: row.passage)
        let reception = Reception(
            incoming, MessagePayloads(message.payloads), account: AccountID(random: 1), own: own,
            arrival: Arrival(House.moment))
        let wait = reception.mayWait ? "" : " now"
        switch reception.verdict {
        case .store(let entry): #expect(Self.text(entry) == row.meaning)
        case .act(let acts): #expect(acts.map(Self.text).joined(separator: ", ") + wait == row.meaning)
        case .storeAndAct(let entry, let acts):
            #expect(([Self.text(entry)] + acts.map(Self.text)).joined(separator: ", ") == row.meaning)
        case .failed(_, let id, _): #expect("failed \(id)" == row.meaning)
        case .nothing: #expect(row.meaning == "nothing")
        case .refuse(let refusal): #expect("refuse \(refusal.code)" == row.meaning)
        }
    }

    private static func text(_ entry: NewEntry) -> String { "store \(entry.content.texts.first?.text ?? "")" }

    private static func text(_ act: Act) -> String {
        let argument: String =
            switch act.kind {
            case .correct(let texts, _, _, _): " " + (texts.first?.text ?? "")
            case .react(let emojis): emojis.map { " " + $0 }.joined()
            case .moderate(let reason): " " + (reason ?? "")
            case .retract, .receive, .display, .pin, .unpin: ""
            }
        let names = act.target.names.map { name in
            switch name {
            case .entry(let id): id.description
            case .sender(let id): id
            case .archive(let reference): "\(reference.id)@\(reference.by)"
            }
        }
        return "\(act.direction.rawValue) \(act.name)\(argument) of \(names.joined(separator: " "))"
    }

    private func entry(_ content: String, _ who: (JID) -> Authority = Authority.contact) throws -> EntryContent? {
        let message = try Message(stanza("<message type='chat' id='x' from='romeo@example.net/a'>\(content)</message>"))
        let verdict = Reception.verdict(
            on: Incoming(message, from: who(try JID("romeo@example.net/a"))), account: AccountID(random: 1),
            own: try BareJID("juliet@example.com"), arrival: Arrival(House.moment))
        guard case .store(let entry) = verdict else { return nil }
        return entry.content
    }

    @Test("A plain message has nothing beside its text")
    func plain() throws {
        let plain = try entry(Self.body + Self.request + "<active xmlns='http://jabber.org/protocol/chatstates'/>")
        #expect(plain?.details == nil)
        #expect(plain?.isMarkable == false)
    }

    @Test("An answer is kept with what it answers and what stands in for that")
    func reply() throws {
        let content = try entry(
            """
            <body>> yes\nno</body><reply xmlns='urn:xmpp:reply:0' id='m1' to='juliet@example.com/balcony'/>\
            <fallback xmlns='urn:xmpp:fallback:0' for='urn:xmpp:reply:0'><body start='0' end='6'/></fallback>\
            <fallback xmlns='urn:xmpp:fallback:0'/><markable xmlns='urn:xmpp:chat-markers:0'/>
            """)
        #expect(content?.details?.reply == .init(id: "m1", author: "juliet@example.com/balcony"))
        #expect(content?.details?.fallbacks == [.init(namespace: "urn:xmpp:reply:0", range: 0..<6)])
        #expect(content?.isMarkable == true)
    }

    @Test(
        "What is not to be kept for good goes a day after it was read, or sooner where its sender says so",
        arguments: [
            ("no-store", nil, nil), ("no-permanent-store", nil, 86_400), ("no-copy", nil, nil), ("store", nil, nil),
            ("no-store", 60, 60), ("no-permanent-store", 60, 60), ("no-permanent-store", 600_000, 86_400),
        ] as [(String, UInt32?, UInt32?)])
    func hints(hint: String, timer: UInt32?, lifetime: UInt32?) throws {
        let ephemeral = timer.map { "<ephemeral xmlns='urn:xmpp:ephemeral:0' timer='\($0)'/>" } ?? ""
        let content = try entry(Self.body + "<\(hint) xmlns='urn:xmpp:hints'/>" + ephemeral)
        #expect(content?.details?.lifetime == lifetime)
    }

    @Test("Attention is called for by those whom we know")
    func attention() throws {
        #expect(try entry(Self.body + Self.attention)?.details?.isAttention == true)
        #expect(try entry(Self.body + Self.attention, Authority.stranger)?.details == nil)
        #expect(try entry(Self.body + Self.attention + Self.delay)?.details == nil)
    }

    @Test("Only a room tells its occupants apart")
    func occupants() throws {
        let id = "<occupant-id xmlns='urn:xmpp:occupant-id:0' id='o1'/>"
        #expect(try entry(Self.body + id)?.occupantID == nil)
        #expect(try entry(Self.body + id, Authority.room)?.occupantID == "o1")
    }
}
