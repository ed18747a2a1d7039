import Digests
import Domain
import Store
import TestSupport
import Testing
import XMLStreams
import XMPPAddresses
import XMPPSessions

@testable import Backend

/// What was written before the stream was lost, and whether the server has it.
struct LostAcknowledgementTests {
    private let romeo: BareJID

    init() throws { romeo = try BareJID("romeo@example.net") }

    private func state(_ entry: EntryID, _ house: House) async throws -> EntryState? {
        try await house.store.entry(entry)?.content.state
    }

    /// Juliet online, with an archive that has nothing.
    private func online(_ house: House) async throws -> (AccountService, Server) {
        let service = try await house.juliet()
        let server = try await house.accept()
        try await server.greet(features: ArchivingTests.archive)
        try await server.give([], to: server.archiveQuestion(), complete: true)
        await house.observer.until { seen in seen.last(service.id)?.archive == .current ? () : nil }
        return (service, server)
    }

    /// Two messages that were written, and the stream lost for good; one more is sent meanwhile.
    private func lost(_ house: House, _ service: AccountService, _ server: Server) async throws -> [(EntryID, String)] {
        var written: [(EntryID, String)] = []
        for text in ["one", "two"] {
            let entry = try await service.send(Draft(texts: .init(text)), to: romeo)
            written.append((entry, try #require(try await server.stanza()[attribute: "id"])))
        }
        // A message that came meanwhile stands behind them in the archive.
        try await server.deliver(
            "<message type='chat' from='romeo@example.net/o'><body>hi</body>"
                + "<stanza-id xmlns='urn:xmpp:sid:0' by='juliet@example.com' id='a3'/></message>")
        await house.observer.event(.message, holding: "hi")
        await server.stream.closeByServer()
        await house.observer.reached(.waiting, service.id)
        for (entry, _) in written { #expect(try await state(entry, house) == .held(.archiveCheck)) }
        let later = try await service.send(Draft(texts: .init("three")), to: romeo)
        written.append((later, ""))
        return written
    }

    private func own(_ id: String, _ second: Int, _ text: String, _ name: String) -> Archived {
        Archived(id, second, text, from: "juliet@example.com/balcony", to: "romeo@example.net", name: name)
    }

    @Test("What the archive has is on the server; only the rest is sent again, before what came later")
    func archiveTells() async throws {
        let house = try House(wantsArchive: true)
        let (service, first) = try await online(house)
        let written = try await lost(house, service, first)
        await service.connect()
        let server = try await house.accept(grant: StreamManagementGrant(id: "sm-2")) { $0.refusedResumption = true }
        try await server.greet(features: ArchivingTests.archive)
        let question = try await server.archiveQuestion()
        #expect(question.place == "start")
        try await server.give(
            [own("a1", 1, "one", written[0].1), Archived("a3", 3, "hi")], to: question, complete: true)
        let again = try await server.stanza()
        #expect(again.child("body", .client)?.text == "two" && again[attribute: "id"] == written[1].1)
        #expect(try await server.stanza().child("body", .client)?.text == "three")
        #expect(try await state(written[0].0, house) == .onServer)
        let found = try await house.store.entry(written[0].0)
        #expect(found?.content.stanzaIDs == [StanzaReference(id: "a1", by: "juliet@example.com")])
        await house.observer.until { seen in seen.last(service.id)?.queued == 2 ? () : nil }
    }

    @Test("Without an archive it is sent again at once, and held no more the next time")
    func noArchive() async throws {
        let house = try House(wantsArchive: true)
        let (service, first) = try await online(house)
        let written = try await lost(house, service, first)
        await service.connect()
        let server = try await house.accept(grant: StreamManagementGrant(id: "sm-2")) { $0.refusedResumption = true }
        try await server.greet(features: [])
        for text in ["one", "two", "three"] {
            var stanza = try await server.stanza()
            if stanza.name.local == "iq" {
                try await server.answer(try #require(stanza[attribute: "id"]), "")
                stanza = try await server.stanza()
            }
            #expect(stanza.child("body", .client)?.text == text)
        }
        await server.stream.closeByServer()
        await house.observer.until { seen in seen.snapshots.last?.state == .waiting ? () : nil }
        #expect(try await state(written[0].0, house) == .queued)
    }

    @Test("When the archive refuses to tell, it is sent again rather than never")
    func refused() async throws {
        let house = try House(wantsArchive: true)
        let (service, first) = try await online(house)
        _ = try await lost(house, service, first)
        await service.connect()
        let server = try await house.accept(grant: StreamManagementGrant(id: "sm-2")) { $0.refusedResumption = true }
        try await server.greet(features: ArchivingTests.archive)
        try await server.refuse(server.archiveQuestion().id, "forbidden")
        for text in ["one", "two", "three"] {
            #expect(try await server.stanza().child("body", .client)?.text == text)
        }
    }

    @Test(
        "An archive that does not answer is asked again before anything is sent again",
        arguments: [
            (RequestFailure.malformedAnswer, 1, true), (.timedOut, 1, false), (.timedOut, 2, false),
            (.timedOut, 3, true), (.tooMany, 1, false), (nil, 1, false), (nil, 3, true),
        ] as [(RequestFailure?, Int, Bool)])
    func silent(cause: RequestFailure?, tries: Int, isReleased: Bool) {
        #expect(AccountService.releasesHeld(after: cause, tries: tries) == isReleased)
    }

    @Test("A stream lost while the archive is asked: nothing is sent before it has told")
    func lostAgain() async throws {
        let house = try House(wantsArchive: true)
        let (service, first) = try await online(house)
        let written = try await lost(house, service, first)
        await service.connect()
        let second = try await house.accept(grant: StreamManagementGrant(id: "sm-2")) { $0.refusedResumption = true }
        try await second.greet(features: ArchivingTests.archive)
        _ = try await second.archiveQuestion()
        await second.stream.closeByServer()
        await house.observer.reached(.waiting, service.id)
        // Another process, even.
        let next = try House(after: house, wantsArchive: true)
        try await next.backend.load()
        try await next.vault.keep(.init(utf8: "secret"), for: service.account)
        await next.backend.start()
        let server = try await next.accept { $0.refusedResumption = true }
        try await server.greet(features: ArchivingTests.archive)
        let question = try await server.archiveQuestion()
        #expect(question.place == "start")
        let own = [own("a1", 1, "one", written[0].1), own("a2", 2, "two", written[1].1)]
        try await server.give(own, to: question, complete: true)
        #expect(try await server.stanza().child("body", .client)?.text == "three")
        for (entry, _) in written.dropLast() { #expect(try await state(entry, next) == .onServer) }
    }
}
