import Digests
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

/// Messages that are to be sent.
struct OutboxTests {
    private let romeo: BareJID

    init() throws { romeo = try BareJID("romeo@example.net") }

    private func draft(_ text: String, token: String? = nil) -> Draft {
        Draft(texts: Domain.LanguageMap(text), token: token)
    }

    private func state(_ entry: EntryID, _ house: House) async throws -> EntryState? {
        try await house.store.entry(entry)?.content.state
    }

    @Test("What is sent offline waits, and goes out in order once there is a stream")
    func waits() async throws {
        let house = try House()
        let service = try await house.juliet { $0.isEnabled = false }
        var entries: [EntryID] = []
        for number in 1...5 { entries.append(try await service.send(draft("number \(number)"), to: romeo)) }
        #expect(await service.snapshot.queued == 5)
        #expect(try await state(entries[0], house) == .queued)
        var change = AccountChange()
        change.isEnabled = true
        _ = try await service.change(change)
        let server = try await house.accept()
        try await server.greet(roster: House.roster)
        for number in 1...5 {
            let message = try await server.stanza()
            #expect(message.child("body", .client)?.text == "number \(number)")
            #expect(message[attribute: "to"] == "romeo@example.net")
            #expect(message.child("origin-id", "urn:xmpp:sid:0")?[attribute: "id"] == message[attribute: "id"])
        }
        // Roster and presence have the first two numbers.
        let rows = try await house.store.outbox(of: service.id)
        #expect(rows.map(\.sequence) == [3, 4, 5, 6, 7])
        #expect(try await state(entries[4], house) == .sent)
        try await server.acknowledge(6)
        await house.observer.until { seen in seen.last(service.id)?.queued == 1 ? () : nil }
        #expect(try await state(entries[3], house) == .onServer)
        #expect(try await state(entries[4], house) == .sent)
    }

    @Test("Without Stream Management a message is acknowledged by the answer to a ping")
    func ping() async throws {
        let house = try House()
        let service = try await house.juliet()
        let server = try await house.accept(grant: nil)
        let (id, _) = try await server.rosterQuestion()
        var ping = try await server.stanza()
        try await server.answer(id, "<query xmlns='jabber:iq:roster'/>")
        try await server.answer(try #require(ping[attribute: "id"]), "")
        #expect(try await server.stanza().name.local == "presence")
        ping = try await server.stanza()
        try await server.answer(try #require(ping[attribute: "id"]), "")
        let entry = try await service.send(draft("hello"), to: romeo)
        _ = try await server.stanza()
        #expect(try await state(entry, house) == .sent)
        ping = try await server.stanza()
        try await server.answer(try #require(ping[attribute: "id"]), "")
        await house.observer.until { seen in seen.last(service.id)?.queued == 0 ? () : nil }
        #expect(try await state(entry, house) == .onServer)
    }

    @Test("A refused resumption sends what the server does not have again, with the same ids")
    func refusedResumption() async throws {
        let house = try House()
        let (service, first) = try await house.online()
        let one = try await service.send(draft("one"), to: romeo)
        let two = try await service.send(draft("two"), to: romeo)
        _ = try await first.stanza()
        let written = try await first.stanza()
        await first.stream.breakOff()
        await house.observer.reached(.waiting, service.id)
        await service.connect()
        let second = try await house.accept(grant: StreamManagementGrant(id: "sm-2")) { outcome in
            outcome.refusedResumption = true
            outcome.handledBeforeFailure = 3
        }
        #expect(second.request.resumption?.id == "sm-1")
        try await second.greet(roster: House.roster)
        let again = try await second.stanza()
        #expect(again.child("body", .client)?.text == "two")
        #expect(again[attribute: "id"] == written[attribute: "id"])
        #expect(try await state(one, house) == .onServer)
        try await second.acknowledge(3)
        await house.observer.until { seen in seen.last(service.id)?.queued == 0 ? () : nil }
        #expect(try await state(two, house) == .onServer)
    }

    @Test("Without a count everything unacknowledged is sent again")
    func doubtful() async throws {
        let house = try House()
        let (service, first) = try await house.online()
        let entry = try await service.send(draft("one"), to: romeo)
        _ = try await first.stanza()
        await first.stream.closeByServer()
        await house.observer.reached(.waiting, service.id)
        #expect(try await state(entry, house) == .queued)
        await service.connect()
        let second = try await house.accept()
        try await second.greet(roster: House.roster)
        #expect(try await second.stanza().child("body", .client)?.text == "one")
        #expect(await service.snapshot.queued == 1)
    }

    @Test("After a crash the server's count tells what arrived; the rest is written again")
    func crash() async throws {
        let house = try House()
        let (service, first) = try await house.online()
        let one = try await service.send(draft("one"), to: romeo)
        let two = try await service.send(draft("two"), to: romeo)
        _ = try await first.stanza()
        let written = try await first.stanza()
        #expect(written.child("markable", .markers) != nil && written.child("request", .receipts) != nil)
        try await house.settled(first)
        // The process is gone, its database is not.
        let next = try House(after: house)
        try await next.backend.load()
        try await next.vault.keep(.init(utf8: "secret"), for: service.account)
        await next.backend.start()
        let second = try await next.resume(handled: 3)
        #expect(second.request.resumption == Resumption(id: "sm-1", handled: 2))
        let again = try await second.stanza()
        #expect(again.child("body", .client)?.text == "two")
        #expect(again == written && again.canonical == written.canonical)
        try await second.greet(roster: House.roster)
        await next.observer.until { seen in seen.last(service.id)?.queued == 1 ? () : nil }
        #expect(try await state(one, next) == .onServer)
        #expect(try await state(two, next) == .sent)
    }

    @Test("After a crash a refused resumption with a count leaves only what did not arrive")
    func crashAndRefusal() async throws {
        let house = try House()
        let (service, first) = try await house.online()
        let one = try await service.send(draft("one"), to: romeo)
        _ = try await service.send(draft("two"), to: romeo)
        for _ in 1...2 { _ = try await first.stanza() }
        let next = try House(after: house)
        try await next.backend.load()
        try await next.vault.keep(.init(utf8: "secret"), for: service.account)
        await next.backend.start()
        let second = try await next.accept(grant: StreamManagementGrant(id: "sm-2")) { outcome in
            outcome.refusedResumption = true
            outcome.handledBeforeFailure = 3
        }
        try await second.greet(roster: House.roster)
        #expect(try await second.stanza().child("body", .client)?.text == "two")
        #expect(try await state(one, next) == .onServer)
        #expect(try await next.store.resumption(of: service.id) != nil)
    }

    @Test("The same token gives the same entry, even at the same time, and one message")
    func tokens() async throws {
        let house = try House()
        let (service, server) = try await house.online()
        let romeo = romeo
        let wanted = draft("once", token: "t-1")
        let entries = try await withThrowingTaskGroup(of: EntryID.self) { group in
            for _ in 0..<8 { group.addTask { try await service.send(wanted, to: romeo) } }
            return try await group.reduce(into: Set<EntryID>()) { $0.insert($1) }
        }
        #expect(entries.count == 1)
        let other = try await service.send(draft("twice", token: "t-2"), to: romeo)
        #expect(!entries.contains(other))
        let stanzas = [try await server.stanza(), try await server.stanza()]
        #expect(stanzas.map { $0.child("body", .client)?.text } == ["once", "twice"])
        // The other side may use the same tokens, and is told none.
        let ids = stanzas.compactMap { $0[attribute: "id"] }
        #expect(Set(ids).count == 2 && ids.allSatisfy { !$0.contains("t-") && $0.utf8.count >= 22 })
        #expect(await service.snapshot.queued == 2)
    }

    @Test("A resource that is none is refused; one that is goes into the address")
    func resource() async throws {
        let house = try House()
        let (service, server) = try await house.online()
        var wanted = draft("x")
        wanted.resource = "orchard"
        _ = try await service.send(wanted, to: romeo)
        #expect(try await server.stanza()[attribute: "to"] == "romeo@example.net/orchard")
        wanted.resource = "\u{1}"
        await #expect(throws: BackendError.self) { try await service.send(wanted, to: romeo) }
    }

    @Test("What is sent while the outbox is looked at goes out as well")
    func many() async throws {
        let house = try House()
        let (service, server) = try await house.online()
        let romeo = romeo
        await withThrowingTaskGroup { group in
            for number in 0..<50 { group.addTask { _ = try await service.send(draft("\(number)"), to: romeo) } }
        }
        var seen: Set<String> = []
        for _ in 0..<50 { seen.insert(try #require(try await server.stanza().child("body", .client)?.text)) }
        #expect(seen.count == 50)
        #expect(await service.snapshot.queued == 50)
        try await server.acknowledge(52)
        await house.observer.until { state in state.last(service.id)?.queued == 0 ? () : nil }
    }

    @Test("A message that comes back as an error has failed, whichever of error and acknowledgement is first")
    func bounced() async throws {
        let house = try House()
        let (service, server) = try await house.online()
        let entry = try await service.send(draft("x"), to: romeo)
        let id = try #require(try await server.stanza()[attribute: "id"])
        let error = """
            <message type='error' from='romeo@example.net' id='\(id)'><error type='cancel'>\
            <service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
            """
        try await server.deliver(error)
        await house.observer.event(.messageState, holding: "failed")
        await house.observer.until { seen in seen.last(service.id)?.queued == 0 ? () : nil }
        try await server.acknowledge(3)
        try await house.settled(server)
        #expect(try await state(entry, house)?.reason?.code == "service-unavailable")
        #expect(await service.snapshot.queued == 0)
        let second = try await service.send(draft("y"), to: romeo)
        let next = try #require(try await server.stanza()[attribute: "id"])
        try await server.acknowledge(4)
        try await server.deliver(error.replacing(id, with: next))
        try await house.settled(server, "again")
        #expect(try await state(second, house)?.name == "failed")
    }

    @Test("What could not be reserved is written when the store works again")
    func reservationFails() async throws {
        let house = try House.onDisk()
        let (service, server) = try await house.online()
        let entry = try await service.send(draft("x"), to: romeo)
        _ = try await server.stanza()
        try house.store.close()
        await #expect(throws: StoreError.self) {
            try await service.reserve([Reservation(token: entry.description, number: 9)])
        }
        #expect(await service.handed.isEmpty)
        await house.clock.alarm(at: .seconds(5))
    }
}
