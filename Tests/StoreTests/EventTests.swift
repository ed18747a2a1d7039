import Domain
import Foundation
import Testing

@testable import Store

@Suite("The event log")
struct EventTests {
    private func filled(_ count: Int, _ clock: TestClock = TestClock()) async throws -> Store {
        let store = try Store.inMemory(clock: clock.read)
        for number in 1...count {
            clock.set(Int64(number))
            _ = try await store.commit(.announce(NewEvent(.presence, account: juliet, payload: #"{"n":\#(number)}"#)))
        }
        return store
    }

    @Test("Events are read from any number on, in bounded pages")
    func pages() async throws {
        let store = try await filled(25)
        let first = try await store.events(since: 0, limit: 10)
        #expect(first.events.map(\.number) == Array(1...10))
        #expect(first.oldest == 1 && first.newest == 25)
        #expect(first.events[2].payload == #"{"n":3}"#)
        #expect(try await store.events(since: 20, limit: 10).events.map(\.number) == Array(21...25))
        #expect(try await store.events(since: 25, limit: 10).events.isEmpty)
        #expect(try await store.events(since: -1, limit: 0).events.map(\.number) == [1])
        #expect(try await store.events(since: 0, limit: 10, account: nurse).events.isEmpty)
        #expect(try await store.events(since: 0, limit: 100, account: juliet).events.count == 25)
    }

    @Test("An event is the same in the answer to its batch and in the log")
    func sameInBoth() async throws {
        let store = try await Store.withAccount()
        let committed = try await store.commit(
            .add(
                message("héllo \"you\"", at: 7) {
                    $0.messageID = "m1"
                    $0.texts.add("x", language: "de")
                }),
            .setSetting("a", "b"))
        let read = try await store.events(since: 1, limit: 10).events
        #expect(read == committed.events)
    }

    @Test("The payload of a message is its entry")
    func payload() async throws {
        let store = try await Store.withAccount()
        let new = try message("hi", at: 7, .outgoing) {
            $0.subjects = LanguageMap("s", language: "en")
            $0.thread = "t"
            $0.threadParent = "p"
            $0.messageID = "m"
            $0.originID = "o"
            $0.stanzaIDs = [.init(id: "1", by: "a")]
            $0.encryption = "omemo:2"
            $0.state = .queued
        }
        let event = try await store.commit(.add(new)).events.last
        #expect(
            event?.payload == """
                {"id":"e1","account":"juliet01","conversation":"c1","peer":"romeo@montague.example",\
                "direction":"out","kind":"chat","author":"romeo@montague.example/orchard","time":7,"received":7,\
                "texts":{"":"hi"},"subjects":{"en":"s"},"thread":"t","thread-parent":"p","message-id":"m",\
                "origin-id":"o","stanza-ids":{"a":"1"},"encryption":"omemo:2","state":"queued"}
                """)
        let data = Data((event?.payload ?? "").utf8)
        #expect(try JSONSerialization.jsonObject(with: data) is [String: Any])
    }

    @Test("The text of an entry stands nowhere but in the entry")
    func oneCopy() async throws {
        let store = try await Store.withAccount()
        let id = try await store.commit(.add(message("only once"))).added[0]
        try store.execute("DELETE FROM entry")
        let event = try await store.events(since: 0, limit: 10).events.first { $0.kind == .message }
        #expect(event?.entry == id)
        #expect(event?.payload == #"{"entry":"e1","removed":true}"#)
    }

    @Test("Trimming by count keeps the newest and tells the oldest", arguments: [(10, 10), (1, 1), (0, 1), (99, 25)])
    func byCount(keeping: Int, left: Int) async throws {
        let store = try await filled(25)
        #expect(try await store.trimEvents(keeping: keeping) == 25 - left)
        let page = try await store.events(since: 0, limit: 100)
        #expect(page.events.count == left)
        #expect(page.oldest == Int64(26 - left) && page.newest == 25)
        #expect(try await store.commit(.announce(NewEvent(.presence, payload: "{}"))).events[0].number == 26)
    }

    @Test("Trimming by age removes what is older", arguments: [(Int64(0), 25), (11, 15), (1_000, 1)])
    func byAge(since: Int64, left: Int) async throws {
        let store = try await filled(25)
        try await store.trimEvents(keeping: 1_000, since: Timestamp(microseconds: since))
        #expect(try await store.events(since: 0, limit: 100).events.count == left)
    }

    @Test("Trimming goes in bites until it is done")
    func bites() async throws {
        let store = try Store.inMemory(clock: TestClock().read)
        let many = Batch((0..<6_000).map { _ in .announce(NewEvent(.presence, payload: "{}")) })
        _ = try await store.commit(many)
        _ = try await store.commit(many)
        #expect(try await store.trimEvents(keeping: 500) == 11_500)
        #expect(try await store.events(since: 0, limit: 1).oldest == 11_501)
    }

    @Test("Numbers go on after everything is closed and opened, whatever was trimmed")
    func goOn() async throws {
        let folder = try TestFolder()
        var store = try folder.open()
        _ = try await store.commit(.addAccount(account(), .init()), .add(message("x")), .removeAccount(juliet))
        try await store.trimEvents(keeping: 1)
        try store.close()
        store = try folder.open()
        let committed = try await store.commit(.addAccount(account(), .init()), .add(message("y")))
        #expect(committed.events.map(\.number) == [5, 6, 7, 8])
        #expect(committed.added == [EntryID(number: 2)])
        #expect(committed.events[1].conversation == ConversationID(number: 2))
        try store.close()
    }
}
