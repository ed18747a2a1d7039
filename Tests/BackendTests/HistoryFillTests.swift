import Domain
import Store
import TestSupport
import Testing
import XMPPAddresses
import XMPPSessions

@testable import Backend

/// Pages of a history of which the archive has more than we have.
struct HistoryFillTests {
    private let romeo: BareJID

    init() throws { romeo = try BareJID("romeo@example.net") }

    /// Juliet online; the newest page of her archive is one message of Romeo's.
    private func online(_ house: House) async throws -> (AccountService, Server, Conversation) {
        let service = try await house.juliet()
        let server = try await house.accept()
        try await server.greet(features: ArchivingTests.archive)
        try await server.give([Archived("a9", 90, "nine")], to: server.archiveQuestion())
        await house.observer.until { seen in seen.last(service.id)?.archive == .current ? () : nil }
        return (service, server, try await service.conversation(with: romeo))
    }

    private func texts(_ page: EntryPage) -> [String] { page.entries.map { $0.entry.content.texts.first?.text ?? "" } }

    @Test("What is missing on a page is asked for with whom and before what, in order, until the page is full")
    func filling() async throws {
        let house = try House(wantsArchive: true)
        let (service, server, conversation) = try await online(house)
        async let page = service.history(conversation, before: nil, after: nil, limit: 3)
        let first = try await server.archiveQuestion()
        #expect(first.place == "before a9" && first.peer == "romeo@example.net")
        try await server.give([Archived("a8", 80, "eight")], to: first)
        let second = try await server.archiveQuestion()
        #expect(second.place == "before a8")
        try await server.give([Archived("a6", 60, "six"), Archived("a7", 70, "seven")], to: second)
        let found = try await page
        #expect(texts(found) == ["seven", "eight", "nine"])
        #expect(try await house.store.conversation(of: service.id, with: romeo)?.state.unread == 0)
        // The page before it: one is here, the archive has the rest, and after that there is no more.
        async let earlier = service.history(conversation, before: found.earlier, after: nil, limit: 3)
        let third = try await server.archiveQuestion()
        #expect(third.place == "before a6")
        try await server.give([Archived("a5", 50, "five")], to: third, complete: true)
        let last = try await earlier
        #expect(texts(last) == ["five", "six"] && last.earlier.isEmpty)
        // Nobody is asked again.
        let whole = try await service.history(conversation, before: nil, after: nil, limit: 50)
        #expect(texts(whole) == ["five", "six", "seven", "eight", "nine"] && whole.earlier.isEmpty)
    }

    @Test("Two who look at once have the archive asked once")
    func together() async throws {
        let house = try House(wantsArchive: true)
        let (service, server, conversation) = try await online(house)
        async let one = service.history(conversation, before: nil, after: nil, limit: 3)
        let question = try await server.archiveQuestion()
        async let other = service.history(conversation, before: nil, after: nil, limit: 3)
        // The second one asks for nothing before it comes to wait for the first one's answer, or finds it.
        try await server.give([Archived("a8", 80, "eight")], to: question, complete: true)
        let pages = try await [texts(one), texts(other)]
        #expect(pages == [["eight", "nine"], ["eight", "nine"]])
    }

    @Test("An archive that does not know the id is asked for the newest of theirs")
    func unknownID() async throws {
        let house = try House(wantsArchive: true)
        let (service, server, conversation) = try await online(house)
        async let page = service.history(conversation, before: nil, after: nil, limit: 3)
        try await server.refuse(server.archiveQuestion().id, "item-not-found")
        let question = try await server.archiveQuestion()
        #expect(question.place == "before" && question.peer == "romeo@example.net")
        try await server.give([Archived("a8", 80, "eight"), Archived("a9", 90, "nine")], to: question, complete: true)
        #expect(texts(try await page) == ["eight", "nine"])
    }

    @Test("An archive that refuses, or leads nowhere, ends the page with what there is", arguments: [true, false])
    func refused(isRefused: Bool) async throws {
        let house = try House(wantsArchive: true)
        let (service, server, conversation) = try await online(house)
        async let page = service.history(conversation, before: nil, after: nil, limit: 3)
        let question = try await server.archiveQuestion()
        if isRefused {
            try await server.refuse(question.id, "forbidden")
        } else {
            try await server.give([], to: question)
        }
        let found = try await page
        #expect(texts(found) == ["nine"] && found.earlier.isEmpty)
    }

    @Test("An archive that is slow is not waited for; the answer says that there is more")
    func slow() async throws {
        let house = try House(wantsArchive: true)
        let (service, server, conversation) = try await online(house)
        try await server.acknowledge(5)
        try await server.handled()
        async let page = service.history(conversation, before: nil, after: nil, limit: 3)
        _ = try await server.archiveQuestion()
        house.clock.advance(by: .seconds(10))
        let found = try await page
        #expect(texts(found) == ["nine"] && !found.earlier.isEmpty)
    }

    @Test("Nobody is asked while offline, nor on the way forward")
    func notAsked() async throws {
        let house = try House(wantsArchive: true)
        let (service, _, conversation) = try await online(house)
        let cursor = HistoryCursor.beginning.description
        let forward = try await service.history(conversation, before: nil, after: cursor, limit: 3)
        #expect(texts(forward) == ["nine"])
        await service.disconnect()
        let offline = try await service.history(conversation, before: nil, after: nil, limit: 3)
        #expect(texts(offline) == ["nine"] && offline.earlier.isEmpty)
    }
}
