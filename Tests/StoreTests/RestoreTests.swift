import Domain
import Testing

@testable import Store

@Suite("What was exported comes back")
struct RestoreTests {
    private let id = ConversationID(number: 1)

    private func restored(
        _ text: String, at time: Int64, _ direction: EntryDirection = .incoming,
        _ change: (inout EntryContent) -> Void = { _ in }
    ) throws -> NewEntry {
        var entry = try message(text, at: time, direction, twin: .byPlace, change)
        entry.origin = .imported
        entry.countsAsUnread = false
        return entry
    }

    @Test("An entry comes back with its versions and marks, silently but for one event for all")
    func whole() async throws {
        let store = try await Store.withAccount()
        _ = try await store.commit(.add(message("seen", at: 1)))
        let marks = EntryMarks(
            correctedAt: Timestamp(microseconds: 9),
            reactions: [.init(sender: "romeo@montague.example", emojis: ["🌹"], time: Timestamp(microseconds: 5))],
            pinnedAt: Timestamp(microseconds: 8))
        let version = EntryVersion(time: Timestamp(microseconds: 5), texts: LanguageMap("first"))
        let gone = EntryMarks(
            retraction: .init(time: Timestamp(microseconds: 7), by: "romeo@montague.example", reason: "spam"))
        let committed = try await store.commit(
            .restore(RestoredEntry(try restored("second", at: 5), marks: marks, versions: [version])),
            .restore(RestoredEntry(try restored("", at: 6) { $0.texts = LanguageMap() }, marks: gone)),
            .restore(RestoredEntry(try restored("ours", at: 7, .outgoing))))
        #expect(committed.events.map(\.kind) == [.messagesImported])
        #expect(
            committed.events.first?.payload == """
                {"conversation":"c1","peer":"romeo@montague.example","count":3}
                """)
        let added = committed.added
        #expect(try await store.entry(added[0])?.marks == marks)
        #expect(try await store.versions(of: added[0]) == [version])
        #expect(try await store.entry(added[1])?.marks == gone)
        #expect(try await store.conversation(id)?.state.unread == 1)
        #expect(try await store.conversation(id)?.state.read == nil)
        #expect(try await store.search(SearchQuery(text: "second"), limit: 9).hits.map(\.entry.id) == [added[0]])
        #expect(try store.integrity() == ["ok"])
    }

    @Test(
        "What is here already is known by its ids, else by its place, and stays as it is",
        arguments: [
            ("m1", "said", 5, true), ("m1", "changed since", 5, true), ("m1", "other", 6, false),
            ("m2", "said", 5, false), (nil, "said", 5, false),
        ] as [(String?, String, Int64, Bool)])
    func known(messageID: String?, text: String, time: Int64, isKnown: Bool) async throws {
        let store = try await Store.withAccount()
        let here = try await store.addEntry(message("said", at: 5) { $0.messageID = "m1" })
        let again = try restored(text, at: time) { $0.messageID = messageID }
        let committed = try await store.commit(
            .restore(RestoredEntry(again, marks: EntryMarks(pinnedAt: .init(microseconds: 1)))))
        #expect((committed.outcomes == [.duplicate(EntryID(number: 1), id)]) == isKnown)
        #expect(committed.events.isEmpty == isKnown)
        #expect(try await store.entry(EntryID(number: 1)) == here)
    }

    @Test("An entry without an id is known by its time and text")
    func nameless() async throws {
        let store = try await Store.withAccount()
        _ = try await store.addEntry(message("said", at: 5))
        let outcomes = try await store.commit(
            .restore(RestoredEntry(restored("said", at: 5))), .restore(RestoredEntry(restored("other", at: 5))),
            .restore(RestoredEntry(restored("said", at: 5, .outgoing)))
        ).outcomes
        #expect(outcomes[0] == .duplicate(EntryID(number: 1), id))
        #expect(outcomes[1...].allSatisfy { if case .added = $0 { true } else { false } })
    }

    @Test("What waits to be sent is not touched by what was exported")
    func waiting() async throws {
        let store = try await Store.withAccount()
        let waiting = try await store.sendEntry(message("mine", at: 5, .outgoing) { $0.messageID = "m1" })
        let again = try restored("mine", at: 5, .outgoing) {
            $0.messageID = "m1"
            $0.state = .onServer
        }
        _ = try await store.commit(.restore(RestoredEntry(again)))
        #expect(try await store.entry(waiting)?.content.state == .queued)
        #expect(try await store.queue(of: juliet, limit: 9).map(\.id) == [waiting])
    }

    @Test("A rehearsal says what would happen, and nothing of it stays")
    func rehearsal() async throws {
        let store = try await Store.withAccount()
        _ = try await store.addEntry(message("said", at: 5) { $0.messageID = "m1" })
        let batch = Batch([
            .restore(RestoredEntry(try restored("said", at: 5) { $0.messageID = "m1" })),
            .restore(RestoredEntry(try restored("new", at: 6))),
        ])
        let rehearsed = try await store.rehearse(batch)
        #expect(try await store.history(of: id, .last, limit: 9).entries.count == 1)
        #expect(try await store.events(since: 0, limit: 99).newest == rehearsed.events[0].number - 1)
        let committed = try await store.commit(batch)
        #expect(committed.outcomes == rehearsed.outcomes && committed.events == rehearsed.events)
        await #expect(throws: StoreError.self) { try await store.rehearse(Batch([.removeAccount(nurse)])) }
        #expect(try await store.search(SearchQuery(text: "new"), limit: 9).hits.count == 1)
        try store.close()
        await #expect(throws: StoreError.self) { try await store.rehearse(batch) }
    }
}
