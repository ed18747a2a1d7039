import Domain
import Store
import TestSupport
import Testing
import XMPPAddresses
import XMPPSessions
import XMPPStanzas

@testable import Backend

/// What a received message means for the store.
struct ReceptionTests {
    private static let account = AccountID(random: 1)
    private static let now = House.moment
    private static let delay = "<delay xmlns='urn:xmpp:delay' from='example.com' stamp='2023-11-01T12:00:00Z'/>"

    private struct Unexpected: Error {}

    private let own: BareJID

    init() throws { own = try BareJID("juliet@example.com") }

    private func verdict(
        _ xml: String, _ authority: (JID) -> Authority = Authority.contact, by passage: Passage = .direct,
        arrival: Arrival = Arrival(now)
    ) throws -> Reception.Verdict {
        let message = try Message(try stanza(xml))
        let speaker = try message.from ?? JID("juliet@example.com")
        return Reception.verdict(
            on: Incoming(message, from: authority(speaker), by: passage), account: Self.account, own: own,
            arrival: arrival)
    }

    @Test("What an archive gives has its id and its time, comes from an archive, and may be no news")
    func archived() throws {
        let xml = "<message type='chat' from='romeo@example.net/a'><body>x</body>\(Self.delay)</message>"
        var arrival = Arrival(Self.now, stanzaID: StanzaReference(id: "a1", by: own.description))
        guard case .store(let live) = try verdict(xml, arrival: arrival) else { throw Unexpected() }
        #expect(live.content.stanzaIDs == [StanzaReference(id: "a1", by: "juliet@example.com")])
        #expect(live.origin == .live && live.countsAsUnread)
        arrival.archived = Self.now.advanced(byMicroseconds: -5)
        arrival.isNews = false
        guard case .store(let old) = try verdict(xml, by: .archived(id: "a1"), arrival: arrival) else {
            throw Unexpected()
        }
        #expect(old.content.stanzaIDs == live.content.stanzaIDs)
        #expect(old.content.sentAt == arrival.archived && old.content.receivedAt == Self.now)
        #expect(old.origin == .archive && !old.countsAsUnread)
    }

    @Test("What the archive says we wrote is ours; an error that it kept is not looked at")
    func archivedKinds() throws {
        let device = try FullJID("juliet@example.com/phone")
        let own = try verdict(
            "<message type='chat' from='\(device)' to='romeo@example.net'><body>x</body></message>",
            { _ in .ownDevice(device) }, by: .archived(id: "a1"))
        guard case .store(let entry) = own else { throw Unexpected() }
        #expect(entry.content.direction == .outgoing && entry.content.state == .onServer)
        #expect(entry.peer.description == "romeo@example.net")
        let error = try verdict(
            "<message type='error' id='m1' from='romeo@example.net'><error type='cancel'>\(Self.gone)</error></message>",
            by: .archived(id: "a2"))
        guard case .nothing = error else { throw Unexpected() }
    }

    @Test(
        "What the account sends to itself is its own, however it comes; others cannot write in its name",
        arguments: [Passage.direct, .archived(id: "a1")])
    func toItself(passage: Passage) throws {
        let device = try FullJID("juliet@example.com/phone")
        let xml = "<message type='chat' from='\(device)' to='juliet@example.com' id='m1'><body>x</body></message>"
        guard case .store(let entry) = try verdict(xml, { _ in .ownDevice(device) }, by: passage) else {
            throw Unexpected()
        }
        #expect(entry.content.direction == .outgoing && entry.peer == own)
        guard case .store(let other) = try verdict(xml, Authority.stranger, by: passage) else { throw Unexpected() }
        #expect(other.content.direction == .incoming)
    }

    private static let gone = "<gone xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>"

    private func entry(_ xml: String, _ authority: (JID) -> Authority = Authority.contact) throws -> NewEntry {
        guard case .store(let entry) = try verdict(xml, authority) else {
            throw Unexpected()
        }
        return entry
    }

    @Test(
        "Each type is stored as what it is",
        arguments: [("chat", EntryKind.chat), ("normal", .normal), ("headline", .headline)])
    func kinds(type: String, kind: EntryKind) throws {
        let entry = try entry("<message type='\(type)' from='romeo@example.net/a' id='m1'><body>x</body></message>")
        #expect(entry.content.kind == kind)
        #expect(entry.content.author == "romeo@example.net/a")
        #expect(entry.peer.description == "romeo@example.net")
        #expect(entry.content.messageID == "m1")
        #expect(entry.content.direction == .incoming)
        #expect(entry.content.sentAt == Self.now)
        #expect(entry.conversationKind == .chat)
    }

    @Test("A groupchat message counts only in a room that was joined")
    func groupchat() throws {
        let xml = "<message type='groupchat' from='garden@rooms.example.com/nurse'><body>x</body></message>"
        #expect(try entry(xml, Authority.room).conversationKind == .room)
        for authority in [Authority.contact, Authority.stranger] {
            guard case .refuse(let refusal) = try verdict(xml, authority) else {
                Issue.record("stored")
                continue
            }
            #expect(refusal.code == "groupchat-not-joined")
        }
    }

    @Test("Who speaks decides about the conversation")
    func speakers() throws {
        let server = try entry("<message type='headline' from='example.com'><body>x</body></message>") { _ in .ownServer
        }
        #expect(server.conversationKind == .server)
        #expect(server.peer.description == "example.com")
        let nobody = try entry("<message type='chat'><body>x</body></message>") { _ in .ownAccount }
        #expect(nobody.peer == own)
        #expect(nobody.content.author == own.description)
        let device = try FullJID("juliet@example.com/phone")
        let note = try entry("<message type='chat' from='\(device)'><body>x</body></message>") { _ in .ownDevice(device)
        }
        #expect(note.peer == own)
        #expect(note.content.author == device.description)
    }

    @Test(
        "A message without a text leaves nothing", arguments: ["", "<thread>t</thread>", "<x xmlns='urn:example'/>"])
    func nothing(content: String) throws {
        guard case .nothing = try verdict("<message type='chat' from='romeo@example.net'>\(content)</message>") else {
            Issue.record("kept")
            return
        }
    }

    @Test("A subject alone is a message; all languages and the thread are kept")
    func content() throws {
        let entry = try entry(
            """
            <message from='romeo@example.net'><subject>s</subject><subject xml:lang='de'>t</subject>\
            <thread parent='p'>t1</thread><origin-id xmlns='urn:xmpp:sid:0' id='o1'/></message>
            """)
        #expect(entry.content.texts.isEmpty)
        #expect(entry.content.subjects.items.map(\.language) == ["", "de"])
        #expect(entry.content.thread == "t1")
        #expect(entry.content.threadParent == "p")
        #expect(entry.content.originID == "o1")
    }

    @Test("An error must say which message it is about")
    func errors() throws {
        let body = "<error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error>"
        guard
            case .failed(let peer, let id, let reason) = try verdict(
                "<message type='error' from='romeo@example.net/a' id='m1'><body>x</body>\(body)</message>")
        else {
            Issue.record("not failed")
            return
        }
        #expect(peer.description == "romeo@example.net")
        #expect(id == "m1")
        #expect(reason.code == "item-not-found")
        for attribute in ["", "id=''"] {
            guard
                case .refuse(let refusal) = try verdict(
                    "<message type='error' from='romeo@example.net' \(attribute)>\(body)</message>")
            else {
                Issue.record("taken")
                continue
            }
            #expect(refusal == .errorWithoutID)
        }
        guard case .failed(_, _, let unknown) = try verdict("<message type='error' from='romeo@example.net' id='1'/>")
        else {
            Issue.record("not failed")
            return
        }
        #expect(unknown.code == "undefined-condition")
    }

    @Test("A mention of the whole room calls the user in a room only; what they say themselves calls nobody")
    func mentions() throws {
        func mentions(_ type: String, _ attributes: String, _ who: (JID) -> Authority) throws -> [Bool]? {
            let mention = "<mention xmlns='urn:xmpp:mentions:0' \(attributes)/>"
            let xml = "<message type='\(type)' from='romeo@example.net/a'><body>x</body>\(mention)</message>"
            return try entry(xml, who).content.details?.mentions.map(\.isUser)
        }
        let room = "mentions='urn:xmpp:mentions:0#channel'"
        #expect(try mentions("groupchat", room, Authority.room) == [true])
        #expect(try mentions("chat", room, Authority.contact) == [false])
        let name = "jid='juliet@example.com'"
        let device = try FullJID("juliet@example.com/phone")
        #expect(try mentions("chat", name, Authority.contact) == [true])
        #expect(try mentions("chat", name, Authority.stranger) == [true])
        #expect(try mentions("chat", name) { _ in .ownDevice(device) } == [false])
    }

    @Test("The server's word about the time is taken")
    func delayed() throws {
        let entry = try entry("<message from='romeo@example.net'><body>x</body>\(Self.delay)</message>")
        #expect(entry.content.sentAt == Timestamp(microseconds: 1_698_840_000_000_000))
        #expect(entry.content.receivedAt == Self.now)
    }

    @Test(
        "A time before XMPP or after tomorrow is brought back",
        arguments: [
            (Int64.min, Int64(946_684_800_000_000)), (0, 946_684_800_000_000),
            (1_600_000_000_000_000, 1_600_000_000_000_000), (Int64.max, now.microseconds + 86_400_000_000),
            (now.microseconds + 1, now.microseconds + 1),
        ])
    func clamped(stamp: Int64, expected: Int64) {
        #expect(Reception.clamp(stamp, now: Self.now) == Timestamp(microseconds: expected))
    }

    @Test("A clock that stands before XMPP does not break the bounds")
    func oddClock() {
        let shown = Reception.clamp(.max, now: Timestamp(microseconds: 0))
        #expect(shown == Timestamp(microseconds: 946_684_800_000_000))
    }

    @Test("The same stanza twice is one entry")
    func twice() async throws {
        let house = try House()
        let (_, server) = try await house.online()
        let xml = """
            <message type='chat' from='romeo@example.net/a' id='m1'><body>x</body>\
            <origin-id xmlns='urn:xmpp:sid:0' id='o1'/></message>
            """
        try await server.deliver(xml + xml)
        try await house.settled(server)
        #expect(house.observer.events(.message).count == 2)
        #expect(house.observer.state.opened.count == 2)
    }
}
