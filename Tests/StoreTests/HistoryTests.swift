import Domain
import Testing

@testable import Store

@Suite("History")
struct HistoryTests {
    private let conversation = ConversationID(number: 1)

    /// 25 entries, stored in a wild order, several at the same moment.
    private func filled() async throws -> Store {
        let store = try await Store.withAccount()
        let order = (0..<25).map { ($0 * 7) % 25 }
        _ = try await store.commit(Batch(order.map { .add(try message("\($0)", at: Int64($0 / 3) - 4)) }))
        _ = try await store.commit(.add(message("elsewhere", peer: "nurse@capulet.example")))
        return store
    }

    @Test("Pages backwards meet every entry once, in order", arguments: [1, 2, 3, 7, 24, 25, 26])
    func backwards(limit: Int) async throws {
        let store = try await filled()
        var page = try await store.history(of: conversation, .last, limit: limit)
        #expect(page.after == nil)
        var entries = page.entries
        while let cursor = page.before {
            page = try await store.history(of: conversation, .before(cursor), limit: limit)
            #expect(page.entries.count <= limit && !page.entries.isEmpty)
            entries = page.entries + entries
        }
        try check(entries)
    }

    @Test("Pages forwards meet every entry once, in order", arguments: [1, 2, 3, 7, 24, 25, 26])
    func forwards(limit: Int) async throws {
        let store = try await filled()
        let first = try await store.history(of: conversation, .last, limit: 500).entries[0]
        var page = try await store.history(of: conversation, .after(HistoryCursor(first)), limit: limit)
        var entries = [first] + page.entries
        while let cursor = page.after {
            page = try await store.history(of: conversation, .after(cursor), limit: limit)
            #expect(page.entries.count <= limit && !page.entries.isEmpty)
            entries += page.entries
        }
        try check(entries)
    }

    private func check(_ entries: [Entry]) throws {
        #expect(entries.count == 25)
        let places = entries.map { ($0.content.sentAt.microseconds, $0.id.number) }
        #expect(zip(places, places.dropFirst()).allSatisfy { $0 < $1 })
    }

    @Test("The end of a page is where what comes later is found")
    func end() async throws {
        let store = try await filled()
        let page = try await store.history(of: conversation, .last, limit: 5)
        let end = try #require(page.end)
        let nothing = try await store.history(of: conversation, .after(end), limit: 5)
        #expect(nothing.entries.isEmpty && nothing.after == nil && nothing.end == end)
        _ = try await store.commit(.add(message("late", at: 100)))
        let late = try await store.history(of: conversation, .after(end), limit: 5)
        #expect(late.entries.map { $0.content.texts.first?.text } == ["late"])
    }

    @Test("A cursor survives its text and the entry it stands beside")
    func cursors() throws {
        let cursor = try #require(HistoryCursor("-2_3"))
        #expect(HistoryCursor(cursor.description) == cursor)
        #expect(cursor.sentAt == -2 && cursor.entry == 3)
    }

    @Test(
        "What is no cursor is refused",
        arguments: ["", "_", "1", "1_", "_1", "1_2_3", "ä_1", "1 _2", String(repeating: "1", count: 50) + "_1"])
    func refused(text: String) {
        #expect(HistoryCursor(text) == nil)
    }

    @Test("An unknown conversation has no entries")
    func unknown() async throws {
        let store = try await Store.withAccount()
        let page = try await store.history(of: conversation, .last, limit: 10)
        #expect(page.entries.isEmpty && page.before == nil && page.end == nil)
    }

    @Test("The limit is kept within bounds", arguments: [(-5, 1), (0, 1), (1_000_000, 500)])
    func bounds(asked: Int, given: Int) async throws {
        let store = try await Store.withAccount()
        _ = try await store.commit(Batch((0..<600).map { .add(try message("x", at: $0)) }))
        #expect(try await store.history(of: conversation, .last, limit: asked).entries.count == given)
    }
}
