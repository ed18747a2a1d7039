import Domain
import Foundation
import JSONText
import Testing

@testable import Store

@Suite("Drafts")
struct DraftTests {
    private let id = ConversationID(number: 1)

    private func draft(_ text: String) -> Change {
        .change(id, .setDraft(.init(text: text, time: Timestamp(microseconds: 40))))
    }

    @Test("The event has the draft when it is made, and what the conversation has when it is read later")
    func read() async throws {
        let store = try await Store.withAccount()
        _ = try await store.commit(.add(message("hello")))
        let live = try #require(try await store.commit(draft("but soft")).events.last)
        #expect(live.payload.contains(#""draft":{"text":"but soft","time":40}"#))
        #expect(try await store.events(since: live.number - 1, limit: 1).events == [live])
        _ = try await store.commit(draft("farewell"))
        let later = try #require(try await store.events(since: live.number - 1, limit: 1).events.first)
        #expect(later.payload.contains("farewell") && !later.payload.contains("but soft"))
        #expect(later.number == live.number && later.kind == .conversationChanged)
        #expect(try store.count("SELECT count(*) FROM event WHERE instr(payload, 'farewell')") == 0)
    }

    @Test("What was thrown away, changed or sent is nowhere in the file", arguments: [nil, "", "sent"])
    func gone(after end: String?) async throws {
        let folder = try TestFolder()
        let store = try folder.open()
        _ = try await store.commit(.addAccount(account(), StoredLogin()))
        _ = try await store.commit(.add(message("hello")))
        let long = "wherefore-art-thou " + String(repeating: "o", count: 9_000)
        for text in ["wherefore", "wherefore-art", long] { _ = try await store.commit(draft(text)) }
        #expect(try folder.holds("wherefore-art"))
        switch end {
        case nil: _ = try await store.commit(draft("nothing"))
        case "sent"?:
            _ = try await store.sendEntry(message("short", at: 50, .outgoing))
            _ = try await store.commit(.change(id, .setDraft(nil)))
        default: _ = try await store.commit(.change(id, .setDraft(nil)))
        }
        try await store.scrub()
        #expect(try !folder.holds("wherefore"))
        #expect(try await store.conversation(id)?.state.draft?.text == (end == nil ? "nothing" : nil))
        try store.close()
        #expect(try !folder.holds("wherefore"))
    }

    @Test("A file whose log has drafts loses them, and keeps the event")
    func migrated() async throws {
        let folder = try TestFolder()
        var store = try Store.open(at: folder.file, migrations: [], clock: TestClock().read)
        let golden = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Support/Golden/store/version-3.sql")
        try store.execute(String(contentsOf: golden, encoding: .utf8))
        try store.close()
        #expect(try folder.holds("farewell"))
        store = try folder.open()
        let events = try await store.events(since: 42, limit: 9).events
        #expect(events.map(\.kind) == [.conversationChanged])
        #expect(events.first?.payload.contains("but soft") == true)
        try await store.scrub()
        #expect(try !folder.holds("farewell"))
        #expect(try await store.entry(EntryID(number: 10))?.marks?.pending.map(\.act) == ["react"])
        #expect(try store.integrity() == ["ok"])
        try store.close()
    }
}
