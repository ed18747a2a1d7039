import Domain
import Store
import TestSupport
import Testing
import XMLStreams
import XMPPAddresses
import XMPPExtensions
import XMPPSessions

@testable import Backend

@Suite("How far was read, on all devices (XEP-0490)", .timeLimit(.minutes(1)))
struct SharingTests {
    private static let romeo = "romeo@example.net"

    /// Messages of Romeo's at the seconds 1, 2, 3 …, each with an id by the account's archive.
    private func receive(_ numbers: ClosedRange<Int>, in house: House, _ service: AccountService) async throws {
        for number in numbers {
            _ = try await house.store.commit(Batch([.add(try entry(number, service))]))
        }
    }

    private func entry(
        _ number: Int, _ service: AccountService, _ direction: EntryDirection = .incoming
    ) throws -> NewEntry {
        let moment = House.moment.advanced(byMicroseconds: Int64(number - 100) * 1_000_000)
        return NewEntry(
            account: service.id, peer: try BareJID(Self.romeo),
            content: EntryContent(
                direction: direction, kind: .chat, author: Self.romeo, sentAt: moment, receivedAt: moment,
                texts: LanguageMap("\(number)"), messageID: "m\(number)",
                stanzaIDs: [StanzaReference(id: "a\(number)", by: "juliet@example.com")],
                state: direction == .outgoing ? .onServer : nil))
    }

    private func state(_ house: House, _ service: AccountService) async throws -> Conversation {
        try #require(try await house.store.conversation(of: service.id, with: BareJID(Self.romeo)))
    }

    private func read(_ number: Int64, _ house: House, _ service: AccountService) async throws {
        let conversation = try await state(house, service).id
        _ = try await service.commit([.change(conversation, .read(upTo: EntryID(number: number)))])
    }

    private func unread(_ count: Int, _ house: House) async {
        await house.observer.event(.conversationChanged, holding: "\"unread\":\(count),")
    }

    @Test("What is read here is published with the archive's id, once")
    func publishing() async throws {
        let house = try House(sharing: true)
        let (service, server) = try await house.online()
        try await server.share()
        try await receive(1...3, in: house, service)
        try await read(2, house, service)
        let publication = try await server.publication()
        #expect(publication.node == "urn:xmpp:mds:displayed:0" && publication.itemID == Self.romeo)
        #expect(publication.payload?.elements.first?[attribute: "id"] == "a2")
        try await server.event(Server.marker("a2"), of: .displayedSync)
        try await house.settled(server)
        #expect(await server.stream.unread.isEmpty)
        // Backwards is no way.
        try await read(1, house, service)
        try await read(2, house, service)
        try await house.settled(server, "again")
        #expect(await server.stream.unread.isEmpty)
    }

    @Test("Of what is read while the server is busy, only the last place is told, a second later")
    func coalescing() async throws {
        let house = try House(sharing: true, pause: .seconds(1))
        let (service, server) = try await house.online()
        try await server.share()
        try await receive(1...5, in: house, service)
        try await read(1, house, service)
        let first = try await server.published()
        for number in Int64(2)...5 { try await read(number, house, service) }
        try await server.answer(first.id, "")
        await house.clock.alarm(at: house.clock.now + .seconds(1))
        house.clock.advance(by: .seconds(1))
        let second = try await server.publication()
        #expect(second.payload?.elements.first?[attribute: "id"] == "a5")
    }

    @Test("What has no id of the archive is told by the last that has one")
    func withoutID() async throws {
        let house = try House(sharing: true)
        let (service, server) = try await house.online()
        try await server.share()
        try await receive(1...2, in: house, service)
        var sent = try entry(3, service, .outgoing)
        sent.content.stanzaIDs = []
        _ = try await house.store.commit(Batch([.add(sent)]))
        var later = try entry(4, service)
        later.content.stanzaIDs = []
        _ = try await house.store.commit(Batch([.add(later)]))
        try await read(4, house, service)
        #expect(try await server.publication().payload?.elements.first?[attribute: "id"] == "a2")
    }

    @Test("What another device read is read here; what it names may still be to come")
    func receiving() async throws {
        let house = try House(sharing: true)
        let (service, server) = try await house.online()
        try await server.share()
        try await receive(1...3, in: house, service)
        try await server.event(Server.marker("a2"), of: .displayedSync)
        await unread(1, house)
        try await server.event(Server.marker("a5"), of: .displayedSync)
        // Never back.
        try await server.event(Server.marker("a1"), of: .displayedSync)
        try await house.settled(server)
        #expect(try await state(house, service).state.unread == 1)
        try await receive(4...6, in: house, service)
        #expect(try await state(house, service).state.read?.archiveID?.id == "a5")
        #expect(try await state(house, service).state.unread == 1)
    }

    @Test("A marker may name what the user sent")
    func ownEntry() async throws {
        let house = try House(sharing: true)
        let (service, server) = try await house.online()
        try await server.share()
        try await receive(1...2, in: house, service)
        var sent = try entry(3, service, .outgoing)
        sent.content.stanzaIDs = []
        _ = try await house.store.commit(Batch([.add(sent)]))
        try await server.event(Server.marker("a3"), of: .displayedSync)
        try await house.settled(server)
        // The archive's id comes later; then it counts.
        _ = try await house.store.commit(Batch([.add(try entry(4, service))]))
        var again = try entry(3, service, .outgoing)
        again.twin = .byArchiveOrSender
        _ = try await house.store.commit(Batch([.add(again)]))
        #expect(try await state(house, service).state.read?.archiveID?.id == "a3")
    }

    @Test(
        "Nobody else says what was read",
        arguments: ["romeo@example.net", "romeo@example.net/orchard", "example.com", "juliet@example.com/balcony"])
    func forged(from: String) async throws {
        let house = try House(sharing: true)
        let (service, server) = try await house.online()
        try await server.share()
        try await receive(1...3, in: house, service)
        try await server.event(Server.marker("a3"), of: .displayedSync, from: from)
        try await house.settled(server)
        #expect(try await state(house, service).state.unread == 3)
        #expect(service.refused.snapshot.map(\.refusal.code) == ["pep-foreign"])
    }

    @Test("An id that neither the account nor the room gave means nothing")
    func foreignID() async throws {
        let house = try House(sharing: true)
        let (service, server) = try await house.online()
        try await server.share()
        try await receive(1...3, in: house, service)
        try await server.event(Server.marker("a3", by: "mallory@example.org"), of: .displayedSync)
        try await house.settled(server)
        #expect(try await state(house, service).state.unread == 3)
    }

    @Test("After a time without a stream both sides learn what the other did")
    func catchingUp() async throws {
        let house = try House(sharing: true)
        let service = try await house.juliet()
        try await receive(1...3, in: house, service)
        try await read(1, house, service)
        let server = try await house.accept()
        try await server.greet(roster: House.roster)
        try await server.share(displayed: Server.marker("a2") + Server.marker("a9", of: "nurse@example.com"))
        await unread(1, house)
        try await read(3, house, service)
        #expect(try await server.publication().payload?.elements.first?[attribute: "id"] == "a3")
        await server.stream.closeByServer()
        await house.observer.reached(.waiting, service.id)
        try await receive(4...4, in: house, service)
        try await read(4, house, service)
        await service.connect()
        let next = try await house.accept()
        try await next.greet(roster: House.roster)
        // Somebody else's device was there in the meantime, and is behind.
        try await next.share(displayed: Server.marker("a1"))
        #expect(try await next.publication().payload?.elements.first?[attribute: "id"] == "a4")
    }

    @Test("What cannot be told is told with the next session")
    func again() async throws {
        let house = try House(sharing: true)
        let (service, server) = try await house.online()
        try await server.share()
        try await receive(1...1, in: house, service)
        try await read(1, house, service)
        _ = try await server.published()
        await server.stream.breakOff()
        await house.observer.reached(.waiting, service.id)
        await service.connect()
        let next = try await house.accept()
        try await next.greet(roster: House.roster)
        try await next.share()
        #expect(try await next.publication().payload?.elements.first?[attribute: "id"] == "a1")
    }

    @Test("A server that cannot keep a secret is told nothing", arguments: ["", "<feature var='urn:other'/>"])
    func unsupported(features: String) async throws {
        let house = try House(sharing: true)
        let (service, server) = try await house.online()
        try await server.share(features: features)
        try await receive(1...2, in: house, service)
        try await house.settled(server)
        try await read(2, house, service)
        try await house.settled(server, "again")
        #expect(await server.stream.unread.isEmpty)
    }

    @Test("Who does not share asks nothing")
    func off() async throws {
        let house = try House()
        let (service, server) = try await house.online()
        try await receive(1...2, in: house, service)
        try await read(2, house, service)
        try await house.settled(server)
        #expect(await server.stream.unread.isEmpty)
    }
}
