import Digests
import Domain
import Store
import TestSupport
import Testing
import XMLStreams
import XMPPAddresses
import XMPPExtensions
import XMPPSessions

@testable import Backend

@Suite("Mutes, pins and retention, on all devices (XEP-0223, 0402, 0469, 0492)", .timeLimit(.minutes(1)))
struct SharedSettingsTests {
    private static let romeo = "romeo@example.net"
    private static let room = "garden@rooms.example.com"
    private typealias Mute = ConversationState.Mute

    private func open(
        _ house: House, _ service: AccountService, _ peer: String = Self.romeo, _ kind: Conversation.Kind = .chat
    ) async throws -> ConversationID {
        _ = try await house.store.commit(Batch([.openConversation(service.id, peer: try BareJID(peer), kind)]))
        return try #require(try await house.store.conversation(of: service.id, with: try BareJID(peer))).id
    }

    private func state(_ house: House, _ id: ConversationID) async throws -> ConversationState {
        try #require(try await house.store.conversation(id)).state
    }

    static let changes: [([ConversationChange], RetentionPeriod?, String)] = [
        (
            [.setMute(.init(level: .all))], nil,
            "<notify xmlns='urn:xmpp:notification-settings:1'><never/></notify>"
        ),
        (
            [.setMute(.init(level: .mentions)), .setPinned(true)], nil,
            "<notify xmlns='urn:xmpp:notification-settings:1'><on-mention/></notify>"
                + "<pinned xmlns='urn:xmpp:bookmarks-pinning:0'/>"
        ),
        (
            [.setPinned(true)], .seconds(86_400),
            "<pinned xmlns='urn:xmpp:bookmarks-pinning:0'/><retention seconds='86400'/>"
        ),
        ([], .forever, "<retention seconds='0'/>"),
    ]

    @Test(
        "Nobody else mutes, pins or empties a conversation",
        arguments: [
            "romeo@example.net", "romeo@example.net/orchard", "example.com", "juliet@example.com/phone",
            "juliet@example.com.evil.example",
        ])
    func forged(from: String) async throws {
        let house = try House(sharing: true)
        let (service, server) = try await house.online()
        try await server.share()
        let (chat, room) = (try await open(house, service), try await open(house, service, Self.room, .room))
        let content =
            "<notify xmlns='urn:xmpp:notification-settings:1'><never/></notify>"
            + "<pinned xmlns='urn:xmpp:bookmarks-pinning:0'/><retention seconds='60'/>"
        try await server.event(Server.chat(content), of: .conversationSettings, from: from)
        let conference =
            "<item id='\(Self.room)'><conference xmlns='urn:xmpp:bookmarks:1'><extensions>"
            + "<notify xmlns='urn:xmpp:notification-settings:1'><never/></notify></extensions></conference></item>"
        try await server.event(conference, of: .bookmarks, from: from)
        try await house.settled(server)
        for id in [chat, room] {
            let state = try await state(house, id)
            #expect(state.mute == nil && !state.isPinned)
            #expect(try await house.store.retention(.conversation(id)) == nil)
        }
        #expect(service.refused.snapshot.map { [$0.refusal.code: $0.count] } == [["pep-foreign": 2]])
    }

    @Test("What is set here goes into the item of the chat, and comes back as it went", arguments: changes)
    func chats(changes: [ConversationChange], retention: RetentionPeriod?, content: String) async throws {
        let house = try House(sharing: true)
        let (service, server) = try await house.online()
        try await server.share()
        let id = try await open(house, service)
        var batch = changes.map { Change.change(id, $0) }
        if let retention { batch.append(.setRetention(.conversation(id), retention)) }
        _ = try await service.commit(batch)
        try await server.give("", of: .conversationSettings, asked: Self.romeo)
        let publication = try await server.publication()
        #expect(publication.node == Namespace.conversationSettings.rawValue && publication.itemID == Self.romeo)
        let expected = try stanza(Server.chat(content))
        #expect(publication.payload?.canonical == expected.elements.first?.canonical)
        try await server.event(Server.chat(content), of: .conversationSettings)
        try await house.settled(server)
        #expect(await server.stream.unread.isEmpty)

        // Another device, which is only told.
        let other = try House(sharing: true)
        let (second, phone) = try await other.online()
        try await phone.share()
        let there = try await open(other, second)
        try await phone.event(Server.chat(content), of: .conversationSettings)
        try await settle(other, phone) { try await other.store.retention(.conversation(there)) == retention }
        let mine = try await state(house, id)
        try await settle(other, phone) { try await self.state(other, there) == mine }
        #expect(await phone.stream.unread.isEmpty)
    }

    /// Lets the loop go on until something holds.
    private func settle(
        _ house: House, _ server: Server, _ holds: () async throws -> Bool
    ) async throws {
        for number in 0..<100 {
            if try await holds() { return }
            try await house.settled(server, "turn \(number)")
        }
        Issue.record("it never came to hold")
    }

    @Test("What others have put into the item stays")
    func foreignContent() async throws {
        let house = try House(sharing: true)
        let (service, server) = try await house.online()
        let before =
            "<folder xmlns='urn:other'>Suitors</folder><notify xmlns='urn:xmpp:notification-settings:1'>"
            + "<never identity-category='client' identity-type='phone'/><always/></notify>"
        try await server.share(chats: Server.chat(before))
        let id = try await open(house, service)
        _ = try await service.commit([.change(id, .setMute(.init(level: .all)))])
        try await server.give(Server.chat(before), of: .conversationSettings, asked: Self.romeo)
        let text = try #require(try await server.publication().payload?.canonical)
        #expect(text.contains("Suitors") && text.contains("phone"))
        #expect(!text.contains("always"))
    }

    @Test("What was set without a stream is told later, after a restart too, beside what other devices set")
    func untold() async throws {
        let first = try House.onDisk(sharing: true)
        let service = try await first.juliet { $0.isEnabled = false }
        let id = try await open(first, service)
        _ = try await service.commit([.change(id, .setPinned(true))])
        await first.backend.stop(patience: .zero)

        let second = try House(after: first, sharing: true)
        try await second.backend.load()
        try await second.vault.keep(Secret(utf8: "secret"), for: service.account)
        let again = try #require(await second.backend.account(service.id))
        var change = AccountChange()
        change.isEnabled = true
        _ = try await again.change(change)
        let server = try await second.accept()
        try await server.greet(roster: House.roster)
        try await server.share(chats: Server.chat("<retention seconds='60'/>"))
        try await server.give(
            Server.chat("<retention seconds='60'/>"), of: .conversationSettings, asked: Self.romeo)
        let text = try #require(try await server.publication().payload?.canonical)
        #expect(text.contains("pinned") && text.contains("retention"))
        try await second.settled(server)
        #expect(try await state(second, id).isPinned)
        #expect(try await second.store.retention(.conversation(id)) == .seconds(60))
        try await settle(second, server) {
            try await second.store.setting(UntoldText.setting(service.id)) == nil
        }
    }

    @Test("What the server lacks is told again; what other devices say while all is fetched is newer")
    func comparing() async throws {
        let house = try House(sharing: true)
        let service = try await house.juliet()
        let id = try await open(house, service)
        let nurse = try await open(house, service, "nurse@example.com")
        _ = try await house.store.commit(Batch([.change(id, .setPinned(true))]))
        let server = try await house.accept()
        try await server.greet(roster: House.roster)
        let pinned = "<pinned xmlns='urn:xmpp:bookmarks-pinning:0'/>"
        try await server.event(Server.chat("", of: "nurse@example.com"), of: .conversationSettings)
        try await house.settled(server)
        try await server.share()
        try await server.give("", of: .conversationSettings, asked: Self.romeo)
        #expect(try await server.publication().payload?.canonical.contains("pinned") == true)
        try await server.event(Server.chat(pinned, of: "nurse@example.com"), of: .conversationSettings)
        try await settle(house, server) { try await self.state(house, nurse).isPinned }
        // Taken away elsewhere: the standard holds.
        try await server.event("<retract id='nurse@example.com'/>", of: .conversationSettings)
        try await settle(house, server) { try await !self.state(house, nurse).isPinned }
    }

    @Test("A pinned chat is opened, any other waits until there is something in it")
    func opening() async throws {
        let house = try House(sharing: true)
        let (service, server) = try await house.online()
        let mute = "<notify xmlns='urn:xmpp:notification-settings:1'><never/></notify>"
        let pin = "<pinned xmlns='urn:xmpp:bookmarks-pinning:0'/>"
        try await server.share(
            chats: Server.chat(pin) + Server.chat(mute, of: "paris@example.org"))
        await house.observer.event(.conversationChanged, holding: "\"pinned\":true")
        #expect(try await house.store.conversation(of: service.id, with: BareJID("paris@example.org")) == nil)
        try await server.deliver("<message type='chat' from='paris@example.org/a'><body>hi</body></message>")
        try await settle(house, server) {
            try await house.store.conversation(of: service.id, with: BareJID("paris@example.org"))?.state.mute?.level
                == .all
        }
    }

    @Test("Rooms have theirs in the bookmark, whose other content stays; without a bookmark nothing is told")
    func rooms() async throws {
        let house = try House(sharing: true)
        let (service, server) = try await house.online()
        let bookmark =
            "<item id='\(Self.room)'><conference xmlns='urn:xmpp:bookmarks:1' name='Garden' autojoin='true'>"
            + "<nick>J</nick><extensions><state xmlns='urn:other'/></extensions></conference></item>"
        try await server.share(rooms: bookmark)
        let other = try await open(house, service, "other@rooms.example.com", .room)
        _ = try await service.commit([.change(other, .setPinned(true))])
        let id = try await open(house, service, Self.room, .room)
        _ = try await service.commit([.change(id, .setMute(.init(level: .mentions)))])
        try await server.give(bookmark, of: .bookmarks, asked: Self.room)
        let publication = try await server.publication()
        #expect(publication.node == "urn:xmpp:bookmarks:1" && publication.itemID == Self.room)
        let text = try #require(publication.payload?.canonical)
        for word in ["Garden", "autojoin", "<nick", "urn:other", "on-mention"] { #expect(text.contains(word)) }
        try await server.event(
            bookmark.replacing("</extensions>", with: "<pinned xmlns='urn:xmpp:bookmarks-pinning:0'/></extensions>"),
            of: .bookmarks)
        try await settle(house, server) { try await self.state(house, id).isPinned }
    }

    @Test("A mute that is over is taken out of the server, where others see it for ever")
    func ending() async throws {
        let house = try House(sharing: true)
        let service = try await house.juliet()
        let id = try await open(house, service)
        let server = try await house.accept()
        try await server.greet(roster: House.roster)
        let over = Server.chat(
            """
            <notify xmlns='urn:xmpp:notification-settings:1'><never><advanced>\
            <until xmlns='https://saluton.org/protocol/conversations/0' stamp='2020-01-01T00:00:00Z'/>\
            </advanced></never></notify>
            """)
        try await server.share(chats: over)
        try await server.give(over, of: .conversationSettings, asked: Self.romeo)
        let text = try #require(try await server.publication().payload?.canonical)
        #expect(text.contains("always") && !text.contains("never") && !text.contains("until"))
        #expect(try await state(house, id).mute == nil)
    }

    @Test("A mute that is over is none")
    func over() throws {
        let past = Mute(level: .all, until: House.moment)
        let future = Mute(level: .all, until: House.moment.advanced(byMicroseconds: 1))
        let settings = SharedSettings(ConversationState(mute: past), nil, now: House.moment)
        #expect(settings == SharedSettings())
        let still = SharedSettings(ConversationState(mute: future), nil, now: House.moment)
        #expect(still.mute == future && still.notification?.level == .never)
        #expect(
            SharedSettings(retention: .seconds(1)).standardised(now: House.moment).retention == .seconds(60))
        #expect(SharedSettings(notification: .init(.always)).standardised(now: House.moment).mute == nil)
    }

    @Test("Settings that are on their way into the store are not told before they stand there")
    func pending() {
        let (one, other) = (ConversationID(number: 1), ConversationID(number: 2))
        var shared = SharedState()
        let first = shared.beginSettings([.change(one, .setPinned(true)), .change(other, .setMute(nil))])
        let second = shared.beginSettings([.setRetention(.conversation(one), nil), .change(one, .setPinned(false))])
        #expect(first == [one, other] && second == [one])
        #expect(shared.beginSettings([.change(one, .read(upTo: EntryID(number: 1)))]).isEmpty)
        shared.endSettings(first)
        #expect(shared.pending == [one: 1])
        shared.forgetServer()
        #expect(shared.pending == [one: 1])
        shared.endSettings(second)
        #expect(shared.pending.isEmpty && Set(shared.changed.keys) == [one, other])
    }

    @Test("What is still to be told as the text of a setting")
    func text() {
        let ids = [3, 1, 70].map { ConversationID(number: $0) }
        let untold = [
            ids[0]: UntoldSettings(aspects: [.pin]), ids[1]: UntoldSettings(aspects: .all),
            ids[2]: UntoldSettings(aspects: [.mute, .retention]),
        ]
        #expect(UntoldText.text(untold) == "c1.mpr c3.p c1y.mr")
        #expect(UntoldText.conversations("c1.mpr x c3.p c1y.mr") == untold)
        #expect(UntoldText.conversations("c1 c3.?") == [ids[1]: .init(aspects: .all), ids[0]: .init(aspects: .all)])
        #expect(UntoldText.text([:]) == nil)
    }

    @Test("Of what two devices have set, each setting comes from the one that set it")
    func adopting() {
        let theirs = SharedSettings(notification: .init(.never), isPinned: true, retention: .forever)
        let ours = SharedSettings(notification: .init(.onMention), isPinned: false, retention: .seconds(60))
        #expect(theirs.adopting([], from: ours) == theirs)
        #expect(theirs.adopting(.all, from: ours) == ours)
        #expect(
            theirs.adopting([.pin, .retention], from: ours)
                == SharedSettings(notification: .init(.never), retention: .seconds(60)))
    }
}
