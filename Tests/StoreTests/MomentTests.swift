import Domain
import Testing

@testable import Store

@Suite("Where entries of whole seconds stand")
struct MomentTests {
    private static let second: Int64 = 1_700_000_000_000_000

    /// Stores texts with their stamps, all received an hour later unless they are live; gives the history's texts.
    private func history(_ stamps: [(String, Int64, isLive: Bool)]) async throws -> (texts: [String?], times: [Int64]) {
        let store = try await Store.withAccount()
        for (text, offset, isLive) in stamps {
            let stamp = Timestamp(microseconds: Self.second + offset)
            _ = try await store.addEntry(
                try message(text) {
                    $0.sentAt = stamp
                    $0.receivedAt = isLive ? stamp : stamp.advanced(byMicroseconds: 3_600_000_000)
                })
        }
        let conversation = try #require(try await store.conversations(of: juliet).first).id
        let entries = try await store.history(of: conversation, .last, limit: 50).entries
        return (
            entries.map { $0.content.texts.first?.text },
            entries.map { $0.content.sentAt.microseconds - Self.second }
        )
    }

    @Test("What a server held back stands behind what came live in its second, in the order of arrival")
    func heldBack() async throws {
        let found = try await history([
            ("live", 700_000, true), ("one", 0, false), ("two", 0, false), ("before", -1_000_000, false),
            ("after", 1_000_000, false),
        ])
        #expect(found.texts == ["before", "live", "one", "two", "after"])
        #expect(found.times == [-1_000_000, 700_000, 700_001, 700_002, 1_000_000])
    }

    @Test("A full second does not overflow into the next")
    func full() async throws {
        let found = try await history([("live", 999_999, true), ("one", 0, false), ("two", 0, false)])
        #expect(found.texts == ["live", "one", "two"])
        #expect(found.times == [999_999, 999_999, 999_999])
    }

    @Test("A live message and a finer stamp stand where they say")
    func exact() async throws {
        let found = try await history([("late", 500_000, true), ("live", 0, true), ("fine", 250_000, false)])
        #expect(found.texts == ["live", "fine", "late"])
    }
}
