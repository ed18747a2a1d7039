import Domain
import Testing

@testable import Store

@Suite("Retention")
struct RetentionTests {
    private let id = ConversationID(number: 1)
    private let day: Int64 = 86_400 * 1_000_000

    private func message(_ day: Int64, peer: String = "romeo@montague.example") throws -> NewEntry {
        try StoreTests.message("day \(day)", at: day * self.day, peer: peer) {
            $0.messageID = "m\(day)"
            $0.stanzaIDs = [.init(id: "s\(day)", by: "capulet.example")]
        }
    }

    private func filled(_ days: ClosedRange<Int64>, _ clock: TestClock) async throws -> Store {
        let store = try await Store.withAccount(clock: clock)
        _ = try await store.commit(Batch(try days.map { .add(try message($0)) }))
        return store
    }

    private func texts(_ store: Store) async throws -> [String?] {
        try await store.history(of: id, .last, limit: 99).entries.map(\.content.texts.first?.text)
    }

    @Test("The narrowest rule counts; without one everything stays")
    func rules() async throws {
        let store = try await filled(1...2, TestClock())
        #expect(try await store.retention(in: id) == .forever)
        _ = try await store.commit(.setRetention(.global, .seconds(10)))
        #expect(try await store.retention(in: id) == .seconds(10))
        _ = try await store.commit(.setRetention(.account(juliet), .seconds(20)))
        #expect(try await store.retention(in: id) == .seconds(20))
        _ = try await store.commit(.setRetention(.conversation(id), .forever))
        #expect(try await store.retention(in: id) == .forever)
        #expect(try await store.retention(.conversation(id)) == .forever)
        #expect(try await store.retention(.account(juliet)) == .seconds(20))
        let removed = try await store.commit(
            .setRetention(.conversation(id), nil), .setRetention(.conversation(id), nil),
            .setRetention(.conversation(ConversationID(number: 9)), .forever))
        #expect(removed.outcomes == [.done, .unchanged, .unchanged])
        #expect(try await store.retention(.conversation(id)) == nil)
        #expect(try await store.retention(in: id) == .seconds(20))
    }

    @Test("What is due goes for good, with its words, its counts and an event; the next time is known")
    func due() async throws {
        let clock = TestClock()
        let store = try await filled(1...5, clock)
        #expect(try await store.nextPurge() == nil)
        _ = try await store.commit(.setRetention(.global, .seconds(86_400)))
        #expect(try await store.nextPurge() == Timestamp(microseconds: 2 * day))
        clock.set(4 * day + 1)
        let committed = try await store.commit(.purgeDue(limit: 2))
        #expect(committed.outcomes == [.removed(2)])
        #expect(committed.events.map(\.kind) == [.messagesRemoved, .conversationChanged])
        #expect(committed.events[0].payload == #"{"entries":["e1","e2"]}"#)
        #expect(try await store.purgeDue() == 1)
        #expect(try await texts(store) == ["day 4", "day 5"])
        #expect(try await store.conversation(id)?.state.unread == 2)
        #expect(try await store.search(SearchQuery(text: "day"), limit: 9).hits.count == 2)
        #expect(try await store.nextPurge() == Timestamp(microseconds: 5 * day))
        #expect(try store.integrity() == ["ok"])
    }

    @Test("No archive brings back what was purged; who sends or imports it does")
    func gone() async throws {
        let store = try await filled(1...5, TestClock())
        #expect(try await store.purge(id, before: Timestamp(microseconds: 3 * day)) == 2)
        _ = try await store.commit(.delete([EntryID(number: 4), EntryID(number: 99)]))
        for day in [Int64(1), 4] {
            var again = try message(day)
            again.origin = .archive
            #expect(try await store.commit(.add(again)).outcomes == [.purged], "day \(day)")
        }
        var again = try message(3)
        again.origin = .archive
        guard case .duplicate = try await store.commit(.add(again)).outcomes[0] else {
            Issue.record("day 3 is there")
            return
        }
        again = try message(1)
        again.origin = .imported
        #expect(try await store.commit(.add(again)).added.count == 1)
        #expect(try await texts(store) == ["day 1", "day 3", "day 5"])
    }

    @Test("What waits to be sent is not purged")
    func outbox() async throws {
        let clock = TestClock()
        let store = try await Store.withAccount(clock: clock)
        let waiting = try await store.sendEntry(StoreTests.message("queued", at: day, .outgoing))
        _ = try await store.commit(.setRetention(.global, .seconds(1)))
        clock.set(9 * day)
        #expect(try await store.purgeDue() == 0)
        #expect(try await store.nextPurge() == nil)
        _ = try await store.commit(.setState(waiting, .onServer))
        #expect(try await store.purgeDue() == 1)
    }

    @Test("A sender's timer runs from reading, ours from sending")
    func timers() async throws {
        let clock = TestClock()
        let store = try await Store.withAccount(clock: clock)
        let details = EntryDetails(lifetime: 60)
        let theirs = try await store.commit(
            .add(StoreTests.message("theirs", at: 1) { $0.details = details })
        ).added[0]
        #expect(try await store.nextPurge() == nil)
        clock.set(5_000_000)
        _ = try await store.commit(.change(id, .read(upTo: theirs)))
        #expect(try await store.entry(theirs)?.content.expiresAt == Timestamp(microseconds: 65_000_000))
        _ = try await store.commit(
            .add(StoreTests.message("ours", at: 1_000_000, .outgoing) { $0.details = details }))
        #expect(try await store.nextPurge() == Timestamp(microseconds: 61_000_000))
        clock.set(65_000_000)
        #expect(try await store.purgeDue() == 2)
        #expect(try await texts(store).isEmpty)
    }

    @Test("A removed account takes its rules along")
    func removed() async throws {
        let store = try await filled(1...2, TestClock())
        _ = try await store.commit(
            .setRetention(.account(juliet), .seconds(1)), .setRetention(.conversation(id), .seconds(1)),
            .delete([EntryID(number: 1)]), .removeAccount(juliet))
        #expect(try store.count("SELECT count(*) FROM retention_rule") == 0)
        #expect(try store.count("SELECT count(*) FROM tombstone") == 0)
    }
}
