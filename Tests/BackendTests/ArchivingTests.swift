import Digests
import Domain
import Store
import TestSupport
import Testing
import XMLStreams
import XMPPAddresses
import XMPPSessions

@testable import Backend

/// Messages that the archive has and we have not, and the other way round.
struct ArchivingTests {
    static let archive = ["urn:xmpp:mam:2", "urn:xmpp:mam:2#extended", "urn:xmpp:sid:0"]

    private let romeo: BareJID

    init() throws { romeo = try BareJID("romeo@example.net") }

    /// Juliet online, the login behind her up to her presence.
    private func online(_ house: House, features: [String] = archive) async throws -> (AccountService, Server) {
        let service = try await house.juliet()
        let server = try await house.accept()
        try await server.greet(features: features)
        return (service, server)
    }

    /// The next login, which begins a new session.
    private func again(_ house: House, _ service: AccountService, features: [String] = archive) async throws -> Server {
        await house.observer.reached(.waiting, service.id)
        await service.connect()
        let server = try await house.accept(grant: StreamManagementGrant(id: "sm-2")) { $0.refusedResumption = true }
        try await server.greet(features: features)
        return server
    }

    private func current(_ house: House, _ service: AccountService) async {
        await house.observer.until { seen in seen.last(service.id)?.archive == .current ? () : nil }
    }

    private func texts(_ house: House, _ service: AccountService) async throws -> [String] {
        try await history(house, service).map { $0.content.texts.first?.text ?? "" }
    }

    private func history(_ house: House, _ service: AccountService) async throws -> [Entry] {
        let conversation = try await house.store.conversation(of: service.id, with: romeo)
        return try await house.store.history(of: try #require(conversation).id, .last, limit: 500).entries
    }

    private func spans(_ house: House, _ service: AccountService) async throws -> [[String]] {
        let scope = ArchiveScope(account: service.id, archive: service.jid)
        return try await house.store.archive(scope).spans.map { [$0.oldest.id, $0.newest.id] }
    }

    private func live(_ id: String, _ text: String, by: String = "juliet@example.com", more: String = "") -> String {
        "<message type='chat' from='romeo@example.net/o' id='m-\(id)'><body>\(text)</body>\(more)"
            + "<stanza-id xmlns='urn:xmpp:sid:0' by='\(by)' id='\(id)'/></message>"
    }

    @Test("A new account gets the newest page, with its ids and times, and nothing of it is news")
    func first() async throws {
        let house = try House(wantsArchive: true)
        let (service, server) = try await online(house)
        let question = try await server.archiveQuestion()
        #expect(question.place == "before" && question.max == 250 && question.peer == nil)
        try await server.give([Archived("a1", 1, "one"), Archived("a2", 2, "two")], to: question)
        await current(house, service)
        let entries = try await history(house, service)
        #expect(entries.map { $0.content.stanzaIDs } == ["a1", "a2"].map { [.init(id: $0, by: "juliet@example.com")] })
        #expect(entries[1].content.sentAt.microseconds - entries[0].content.sentAt.microseconds == 1_000_000)
        #expect(entries[0].content.sentAt.microseconds == 1_699_963_201_000_000)
        #expect(try await house.store.conversation(of: service.id, with: romeo)?.state.unread == 0)
        #expect(try await spans(house, service) == [["a1", "a2"]])
        // Nothing else is asked.
        _ = try await service.send(Draft(texts: .init("hello")), to: romeo)
        #expect(try await server.stanza().name.local == "message")
    }

    @Test("After each login that does not resume, what came meanwhile is fetched page by page, in order, as news")
    func catchUp() async throws {
        let house = try House(wantsArchive: true)
        let (service, first) = try await online(house)
        try await first.give([Archived("a1", 1, "one")], to: first.archiveQuestion())
        await current(house, service)
        await first.stream.closeByServer()
        let server = try await again(house, service)
        let question = try await server.archiveQuestion()
        #expect(question.place == "after a1")
        try await server.give([Archived("a2", 2, "two"), Archived("a3", 3, "three")], to: question)
        let next = try await server.archiveQuestion()
        #expect(next.place == "after a3")
        await house.observer.until { seen in seen.last(service.id)?.archive == .catchingUp(2) ? () : nil }
        try await server.give([Archived("a4", 4, "four")], to: next, complete: true)
        await current(house, service)
        #expect(try await texts(house, service) == ["one", "two", "three", "four"])
        #expect(try await house.store.conversation(of: service.id, with: romeo)?.state.unread == 3)
        #expect(try await spans(house, service) == [["a1", "a4"]])
    }

    @Test("After a crash between two pages it goes on with the second")
    func crash() async throws {
        let house = try House(wantsArchive: true)
        let (service, first) = try await online(house)
        try await first.give([Archived("a1", 1, "one")], to: first.archiveQuestion())
        await current(house, service)
        await first.stream.closeByServer()
        let second = try await again(house, service)
        try await second.give([Archived("a2", 2, "two")], to: second.archiveQuestion())
        _ = try await second.archiveQuestion()
        // The process is gone, its database is not.
        let next = try House(after: house, wantsArchive: true)
        try await next.backend.load()
        try await next.vault.keep(.init(utf8: "secret"), for: service.account)
        await next.backend.start()
        let server = try await next.accept { $0.refusedResumption = true }
        try await server.greet(features: Self.archive)
        let question = try await server.archiveQuestion()
        #expect(question.place == "after a2")
        try await server.give([Archived("a3", 3, "three")], to: question, complete: true)
        await current(next, service)
        #expect(try await texts(next, service) == ["one", "two", "three"])
    }

    @Test(
        "What comes by itself is known by its id in the archive: not doubled, and the next login asks for what follows")
    func live() async throws {
        let house = try House(wantsArchive: true)
        let (service, first) = try await online(house)
        // Before the archive has answered, and again in it.
        try await first.deliver(live("a2", "two"))
        await house.observer.event(.message, holding: "two")
        try await first.give([Archived("a1", 1, "one"), Archived("a2", 2, "two")], to: first.archiveQuestion())
        await current(house, service)
        #expect(try await texts(house, service) == ["one", "two"])
        try await first.deliver(live("a3", "three"))
        // What was kept somewhere may be older than what came before it.
        let delay = "<delay xmlns='urn:xmpp:delay' stamp='2023-11-14T12:00:00Z'/>"
        try await first.deliver(live("a0", "zero", more: delay))
        try await house.settled(first)
        #expect(try await spans(house, service) == [["a1", "a3"]])
        await first.stream.closeByServer()
        let server = try await again(house, service)
        try await server.deliver(live("a5", "five"))
        let question = try await server.archiveQuestion()
        #expect(question.place == "after a3")
        try await server.give([Archived("a4", 4, "four"), Archived("a5", 5, "five")], to: question, complete: true)
        await current(house, service)
        #expect(try await texts(house, service).count == 6)
    }

    @Test("A stream that goes on has missed nothing")
    func resumed() async throws {
        let house = try House(wantsArchive: true)
        let (service, first) = try await online(house)
        try await first.give([Archived("a1", 1, "one")], to: first.archiveQuestion())
        await current(house, service)
        try await house.settled(first)
        await first.stream.breakOff()
        await house.observer.reached(.waiting, service.id)
        await service.connect()
        let server = try await house.resume(handled: 5)
        try await server.deliver(live("a2", "two"))
        try await house.settled(server, "again")
        #expect(try await spans(house, service) == [["a1", "a2"]])
        #expect(await service.snapshot.archive == .current)
        _ = try await service.send(Draft(texts: .init("hello")), to: romeo)
        while true {
            let stanza = try await server.stanza()
            #expect(stanza.child("query", "urn:xmpp:mam:2") == nil)
            if stanza.name.local == "message" { break }
        }
    }

    @Test("Ids that others are said to have given are not believed, nor any where there is no archive")
    func forgedIDs() async throws {
        let house = try House(wantsArchive: true)
        let (service, server) = try await online(house)
        try await server.give([], to: server.archiveQuestion(), complete: true)
        await current(house, service)
        for by in ["romeo@example.net", "example.com", "juliet@example.com/balcony"] {
            try await server.deliver(live("x-\(by)", "from \(by)", by: by))
        }
        try await house.settled(server)
        #expect(try await history(house, service).allSatisfy { $0.content.stanzaIDs.isEmpty })
        let other = try House(wantsArchive: true)
        let (without, plain) = try await online(other, features: [])
        try await plain.deliver(live("a1", "one"))
        try await other.settled(plain)
        #expect(try await history(other, without).allSatisfy { $0.content.stanzaIDs.isEmpty })
    }

    @Test("What the archive has is answered with no receipt, and says nothing of what its sender does now")
    func replay() async throws {
        let house = try House(wantsArchive: true)
        let (service, server) = try await online(house)
        let more = "<request xmlns='urn:xmpp:receipts'/><composing xmlns='http://jabber.org/protocol/chatstates'/>"
        var old = Archived("a1", 1, "one")
        old.xml = old.xml.replacing("</message>", with: more + "</message>")
        var state = Archived("a2", 2, "")
        state.xml = state.xml.replacing("<body></body>", with: "").replacing("</message>", with: more + "</message>")
        try await server.give([old, state], to: server.archiveQuestion(), complete: true)
        await current(house, service)
        #expect(await service.chatStates(in: romeo).isEmpty)
        try await server.deliver(live("a3", "three", more: "<request xmlns='urn:xmpp:receipts'/>"))
        let receipt = try await server.stanza()
        #expect(receipt.child("received", "urn:xmpp:receipts")?[attribute: "id"] == "m-a3")
        #expect(try await texts(house, service) == ["one", "three"])
    }

    @Test("Results from others, or for no question, are not taken, whatever is open")
    func forgedResults() async throws {
        let house = try House(wantsArchive: true)
        let (service, server) = try await online(house)
        let question = try await server.archiveQuestion()
        let forged = Archived("a9", 9, "forged")
        for from in ["romeo@example.net", "juliet@example.com/phone", "example.com"] {
            try await server.deliver(Server.result(forged, question.query, from: " from='\(from)'"))
        }
        try await server.deliver(Server.result(forged, "another"))
        try await server.give([Archived("a1", 1, "one")], to: question, complete: true)
        await current(house, service)
        #expect(try await texts(house, service) == ["one"])
        let counts = await house.backend.refusals().map { ($0.refusal.code, $0.count) }
        #expect(counts.map(\.0) == ["archive-foreign", "archive-unasked"] && counts.map(\.1) == [3, 1])
    }

    @Test("A server without an archive is found out, and explained")
    func unsupported() async throws {
        let house = try House(wantsArchive: true)
        let (service, _) = try await online(house, features: ["urn:xmpp:sid:0"])
        let status = await house.observer.until { seen in
            seen.last(service.id).flatMap { $0.archive == .unsupported ? $0.archive : nil }
        }
        #expect(status.problem?.code == "archive-unsupported" && status.problem?.action != nil)
        let scope = ArchiveScope(account: service.id, archive: service.jid)
        #expect(try await house.store.archive(scope).support == .unsupported)
    }

    private func correction(_ id: String, from: String) -> String {
        "<message type='chat' from='\(from)' id='c-\(id)'><body>\(id)</body>"
            + "<replace xmlns='urn:xmpp:message-correct:0' id='gone'/></message>"
    }

    @Test("What corrects a message that nothing will bring is shown; where an archive may bring it, it waits")
    func corrections() async throws {
        let house = try House(wantsArchive: true)
        let (service, server) = try await online(house, features: [])
        await house.observer.until { seen in seen.last(service.id)?.archive == .unsupported ? () : nil }
        try await server.deliver(
            correction("one", from: "romeo@example.net/o") + correction("two", from: "romeo@example.net/o"))
        try await house.settled(server)
        #expect(try await texts(house, service) == ["two"])
        #expect(try await history(house, service).map { $0.marks?.correctedAt == nil } == [false])
        let other = try House(wantsArchive: true)
        let (patient, keeper) = try await online(other)
        try await keeper.give([Archived("a1", 1, "here")], to: keeper.archiveQuestion(), complete: true)
        await current(other, patient)
        try await keeper.deliver(
            correction("three", from: "romeo@example.net/o") + correction("four", from: "tybalt@example.net/o"))
        try await other.settled(keeper)
        #expect(try await texts(other, patient) == ["here"])
        // Nobody waits for a stranger.
        #expect(other.observer.events(.message).contains { $0.payload.contains("four") })
    }

    @Test("Messages of which the archive has nothing any more are fetched from the newest back")
    func expired() async throws {
        let house = try House(wantsArchive: true)
        let (service, first) = try await online(house)
        try await first.give([Archived("a1", 1, "one")], to: first.archiveQuestion())
        await current(house, service)
        await first.stream.closeByServer()
        let server = try await again(house, service)
        let question = try await server.archiveQuestion()
        #expect(question.place == "after a1")
        try await server.refuse(question.id, "item-not-found")
        let newest = try await server.archiveQuestion()
        #expect(newest.place == "before")
        try await server.give([Archived("a8", 8, "eight"), Archived("a9", 9, "nine")], to: newest)
        let earlier = try await server.archiveQuestion()
        #expect(earlier.place == "before a8")
        try await server.give([Archived("a7", 7, "seven")], to: earlier, complete: true)
        await current(house, service)
        #expect(try await texts(house, service) == ["one", "seven", "eight", "nine"])
        #expect(try await spans(house, service) == [["a7", "a9"]])
    }

    @Test("An archive that fails is asked again after a while")
    func failing() async throws {
        let house = try House(wantsArchive: true)
        let (service, server) = try await online(house)
        try await server.refuse(server.archiveQuestion().id, "internal-server-error")
        await house.observer.until { seen in
            seen.last(service.id)?.archive.problem?.code == "archive-refused" ? () : nil
        }
        try await server.acknowledge(5)
        try await server.handled()
        await house.clock.alarm(at: .seconds(60))
        house.clock.advance(by: .seconds(60))
        try await server.give([Archived("a1", 1, "one")], to: server.archiveQuestion(), complete: true)
        await current(house, service)
        #expect(try await texts(house, service) == ["one"])
    }

    @Test("An archive that tells whole seconds puts nothing before what it follows")
    func wholeSeconds() async throws {
        let house = try House(wantsArchive: true)
        let (service, server) = try await online(house)
        try await server.give([], to: server.archiveQuestion(), complete: true)
        await current(house, service)
        // The clock of the house stands at 22:13:20.
        try await server.deliver(live("a1", "one"))
        await house.observer.event(.message, holding: "one")
        await server.stream.closeByServer()
        let next = try await again(house, service)
        let question = try await next.archiveQuestion()
        #expect(question.place == "after a1")
        var messages = [Archived("a2", 0, "two"), Archived("a3", 0, "three")]
        for index in messages.indices { messages[index].moment = "2023-11-14T22:13:19.5Z" }
        try await next.give([messages[0]], to: question)
        try await next.give([messages[1]], to: next.archiveQuestion(), complete: true)
        await current(house, service)
        #expect(try await texts(house, service) == ["one", "two", "three"])
        let times = try await history(house, service).map(\.content.sentAt)
        #expect(Set(times).count == 1)
    }
}
