import Domain
import Store
import TestSupport
import Testing
import XMLStreams
import XMPPAddresses

@testable import Backend

/// What all windows show of a conversation, and what they can do about it.
struct SharedStateTests {
    private let romeo: BareJID
    private let house: House
    private let service: AccountService
    private let id: ConversationID

    init() async throws {
        romeo = try BareJID("romeo@example.net")
        house = try House()
        service = try await house.juliet { $0.isEnabled = false }
        id = try await service.conversation(with: romeo).id
    }

    private func receive(_ texts: String...) async throws {
        for (number, text) in texts.enumerated() {
            let time = House.moment.advanced(byMicroseconds: Int64(number) * 1_000_000 - 86_400_000_000)
            let content = EntryContent(
                direction: .incoming, kind: .chat, author: "romeo@example.net/orchard", sentAt: time, receivedAt: time,
                texts: LanguageMap(text))
            _ = try await house.store.commit(
                Batch([.add(NewEntry(account: service.id, peer: romeo, content: content))]))
        }
    }

    private var state: ConversationState? {
        get async throws { try await house.store.conversation(id)?.state }
    }

    @Test("Reading goes up to an entry, or to the newest")
    func reading() async throws {
        try await service.markRead(id, upTo: "")
        #expect(try await state?.read == nil)
        try await receive("one", "two", "three")
        let conversation = try #require(try await house.store.conversation(id))
        let page = try await service.history(conversation, before: nil, after: nil, limit: 9)
        let entries = page.entries.map(\.entry.id)
        try await service.markRead(id, upTo: entries[1].description)
        #expect(try await state?.unread == 1)
        try await service.markRead(id, upTo: "")
        #expect(try await state?.unread == 0)
        #expect(try await state?.read?.entry == entries[2])
        for wrong in ["e99", "x"] {
            await #expect(throws: BackendError.noSuchEntry(wrong)) { try await service.markRead(id, upTo: wrong) }
        }
    }

    @Test("A draft is kept with the entry it answers; an empty one is none; a long one is refused")
    func draft() async throws {
        try await receive("one")
        let entry = try #require(try await house.store.history(of: id, .last, limit: 1).entries.first?.id)
        try await service.setDraft(id, "O Romeo", reply: entry.description)
        #expect(try await state?.draft == .init(text: "O Romeo", reply: entry, time: House.moment))
        await #expect(throws: BackendError.noSuchEntry("e9")) { try await service.setDraft(id, "x", reply: "e9") }
        let long = String(repeating: "x", count: AccountService.draftBound)
        await #expect(throws: BackendError.self) { try await service.setDraft(id, long + "x", reply: nil) }
        try await service.setDraft(id, long, reply: nil)
        try await service.setDraft(id, "", reply: nil)
        #expect(try await state?.draft == nil)
    }

    @Test("Settings change together, and only those that are named")
    func settings() async throws {
        var settings = ConversationSettings()
        settings.isOpen = false
        settings.isPinned = true
        settings.mute = .set(.init(level: .mentions))
        settings.retention = .set(.seconds(3_600))
        try await service.set(settings, of: id)
        let wanted = ConversationState(
            isOpen: false, mute: .init(level: .mentions), isPinned: true, retention: .seconds(3_600))
        #expect(try await state == wanted)
        try await service.set(ConversationSettings(), of: id)
        #expect(try await state == wanted)
        settings = ConversationSettings()
        settings.mute = .remove
        settings.retention = .remove
        try await service.set(settings, of: id)
        #expect(try await state == ConversationState(isOpen: false, isPinned: true))
        settings.retention = .set(.seconds(59))
        settings.isOpen = true
        let wish = settings
        await #expect(throws: BackendError.self) { try await service.set(wish, of: id) }
        #expect(try await state?.isOpen == false)
    }

    @Test("What waits is seen, cancelled and queued again; what was received or sent is not")
    func queue() async throws {
        let sent = try await service.send(Draft(texts: LanguageMap("wait")), to: romeo)
        #expect(try await service.queue(after: nil, limit: 9).map(\.id) == [sent])
        #expect(try await service.queue(after: sent.description, limit: 9).isEmpty)
        await #expect(throws: BackendError.noSuchEntry("x")) { try await service.queue(after: "x", limit: 9) }
        try await service.cancel(sent.description, in: id)
        #expect(try await house.store.entry(sent)?.content.state == .failed(.cancelled))
        #expect(await service.snapshot.queued == 0)
        let twice = await #expect(throws: BackendError.self) { try await service.cancel(sent.description, in: id) }
        #expect(twice?.name == "NotAllowed")
        try await service.retry(sent.description, in: id)
        #expect(await service.snapshot.queued == 1)
        try await receive("theirs")
        let theirs = try #require(try await house.store.history(of: id, .last, limit: 9).entries.first?.id)
        var error = await #expect(throws: BackendError.self) { try await service.cancel(theirs.description, in: id) }
        #expect(error?.name == "NotAllowed")
        error = await #expect(throws: BackendError.self) { try await service.retry(theirs.description, in: id) }
        #expect(error?.name == "NotAllowed")
        await #expect(throws: BackendError.noSuchEntry("e99")) { try await service.retry("e99", in: id) }
    }

    @Test("What a session has may be under way, and is not cancelled")
    func underWay() async throws {
        let house = try House()
        let (service, server) = try await house.online()
        let sent = try await service.send(Draft(texts: LanguageMap("gone")), to: romeo)
        #expect(try await server.stanza().name.local == "message")
        let id = try await service.conversation(with: romeo).id
        let error = await #expect(throws: BackendError.self) { try await service.cancel(sent.description, in: id) }
        #expect(error?.name == "NotAllowed")
    }

    @Test("A search finds in the conversation that is named, and goes on at its cursor")
    func search() async throws {
        try await receive("a rose", "another rose", "no flower")
        var wish = SearchWish(query: SearchQuery(text: "rose"), account: "juliet@example.com", peer: romeo)
        let first = try await house.backend.search(wish, limit: 1)
        #expect(first.hits.map { $0.shown.entry.content.texts.first?.text } == ["another rose"])
        #expect(first.hits.map(\.ranges) == [[8..<12]])
        wish.cursor = first.next
        let second = try await house.backend.search(wish, limit: 1)
        #expect(second.hits.map { $0.shown.entry.content.texts.first?.text } == ["a rose"] && second.next.isEmpty)
        wish.cursor = "nonsense"
        let broken = wish
        await #expect(throws: BackendError.self) { try await house.backend.search(broken, limit: 1) }
        wish.cursor = nil
        wish.peer = try BareJID("nobody@example.net")
        #expect(try await house.backend.search(wish, limit: 1).hits.isEmpty)
        wish.account = "nobody@example.com"
        let unknown = wish
        await #expect(throws: BackendError.noSuchAccount("nobody@example.com")) {
            try await house.backend.search(unknown, limit: 1)
        }
        let other = try await house.backend.addAccount(try BareJID("nurse@example.com"), AccountChange())
        _ = try await other.conversation(with: romeo)
        let both = SearchWish(query: SearchQuery(text: "rose"), peer: romeo)
        await #expect(throws: BackendError.self) { try await house.backend.search(both, limit: 1) }
    }

    @Test("What was exported is merged: rehearsed first, then brought back, the third time known")
    func importing() async throws {
        let time = House.moment
        let content = EntryContent(
            direction: .outgoing, kind: .chat, author: "", sentAt: time, receivedAt: time, texts: LanguageMap("old"))
        let entries = [ImportedEntry(peer: romeo, content: content)]
        #expect(try await service.importEntries(entries, isRehearsal: true) == ImportResult(added: 1))
        #expect(try await house.store.history(of: id, .last, limit: 9).entries.isEmpty)
        #expect(try await service.importEntries(entries, isRehearsal: false) == ImportResult(added: 1))
        #expect(try await service.importEntries(entries, isRehearsal: false) == ImportResult(known: 1))
        #expect(
            try await house.store.history(of: id, .last, limit: 9).entries.map(\.content.author) == [
                "juliet@example.com"
            ])
        #expect(try await service.importEntries([], isRehearsal: false) == ImportResult())
        let many = Array(repeating: entries[0], count: AccountService.importBound + 1)
        await #expect(throws: BackendError.self) { try await service.importEntries(many, isRehearsal: true) }
    }
}
