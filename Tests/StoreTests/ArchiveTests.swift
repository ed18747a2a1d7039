import Domain
import Testing

@testable import Store

@Suite("What is known of archives")
struct ArchiveTests {
    private func span(_ from: Int64, _ to: Int64) -> ArchiveSpan {
        ArchiveSpan(
            oldest: ArchivePlace(id: "a\(from)", time: Timestamp(microseconds: from)),
            newest: ArchivePlace(id: "a\(to)", time: Timestamp(microseconds: to)), reachesBeginning: from == 1,
            isLive: to == 9)
    }

    @Test("Spans are replaced as a whole, each archive and each part by itself, and survive a restart")
    func spans() async throws {
        let folder = try TestFolder()
        var store = try folder.open()
        _ = try await store.commit(.addAccount(account(), StoredLogin()))
        let whole = ArchiveScope(account: juliet, archive: try address("juliet@capulet.example"))
        let part = ArchiveScope(
            account: juliet, archive: whole.archive, peer: try address("romeo@montague.example"))
        #expect(try await store.archive(whole) == ArchiveKnowledge())
        let first = ArchiveKnowledge(spans: [span(1, 3), span(5, 9)], support: .supported)
        _ = try await store.commit(
            .setArchive(whole, first), .setArchive(part, ArchiveKnowledge(support: .unsupported)))
        let joined = ArchiveKnowledge(spans: [span(1, 9)], support: .supported)
        #expect(!first.isComplete && joined.isComplete)
        #expect(try await store.archive(whole) == first)
        _ = try await store.commit(.setArchive(whole, joined), .add(message("from the page")))
        try store.close()
        store = try folder.open()
        #expect(try await store.archive(whole) == joined)
        #expect(try await store.archive(part).support == .unsupported)
        _ = try await store.commit(.removeAccount(juliet))
        #expect(try store.count("SELECT count(*) FROM archive_span") == 0)
        try store.close()
    }

    @Test("A page and its progress are stored together or not at all")
    func together() async throws {
        let store = try await Store.withAccount()
        let whole = ArchiveScope(account: juliet, archive: try address("juliet@capulet.example"))
        let batch = Batch([
            .add(try message("page")), .setArchive(whole, ArchiveKnowledge(spans: [span(1, 2)])), .setHandled(nurse, 1),
        ])
        await #expect(throws: StoreError.self) { try await store.commit(batch) }
        #expect(try await store.archive(whole).spans.isEmpty)
    }

    @Test("What comes by itself extends the span that is live, and no other")
    func extending() async throws {
        let store = try await Store.withAccount()
        let whole = ArchiveScope(account: juliet, archive: try address("juliet@capulet.example"))
        let place = ArchivePlace(id: "b", time: Timestamp(microseconds: 12))
        #expect(try await store.commit(.extendArchive(whole, to: place)).outcomes == [.unchanged])
        _ = try await store.commit(.setArchive(whole, ArchiveKnowledge(spans: [span(1, 3), span(5, 9)])))
        #expect(try await store.commit(.extendArchive(whole, to: place)).outcomes == [.done])
        let extended = ArchiveSpan(oldest: span(5, 9).oldest, newest: place, isLive: true)
        #expect(try await store.archive(whole).spans == [span(1, 3), extended])
        // The session ends.
        _ = try await store.commit(.suspendArchives(juliet))
        let later = ArchivePlace(id: "c", time: Timestamp(microseconds: 13))
        #expect(try await store.commit(.extendArchive(whole, to: later)).outcomes == [.unchanged])
        #expect(try await store.archive(whole).spans.last?.newest == place)
        #expect(try await store.commit(.suspendArchives(juliet)).outcomes == [.unchanged])
    }

    @Test("What was written and not acknowledged may stand before what comes: the span waits for the acknowledgement")
    func unacknowledged() async throws {
        let store = try await Store.withAccount()
        let whole = ArchiveScope(account: juliet, archive: try address("juliet@capulet.example"))
        _ = try await store.commit(.setArchive(whole, ArchiveKnowledge(spans: [span(5, 9)])))
        let entry = try await store.sendEntry(message("hi", .outgoing))
        let places = (10...14).map { ArchivePlace(id: "b\($0)", time: Timestamp(microseconds: $0)) }
        func reach(_ number: Int, after changes: Change...) async throws -> Bool {
            let batch = Batch(changes + [.extendArchive(whole, to: places[number])])
            return try await store.commit(batch).outcomes.last == .done
        }
        #expect(try await reach(0))
        #expect(try await !reach(1, after: .written(entry, sequence: 7)))
        #expect(try await !reach(2, after: .requeue(juliet)))
        #expect(try await reach(3, after: .setState(entry, .onServer)))
        let other = try await store.sendEntry(message("again", at: 2, .outgoing))
        #expect(try await !reach(4, after: .setState(other, .sent)))
        #expect(try await store.archive(whole).spans.last?.newest == places[3])
    }

    @Test("The oldest entry that the archive has named is found from a time on")
    func oldest() async throws {
        let store = try await Store.withAccount()
        for time in 1...4 {
            _ = try await store.commit(
                .add(
                    message("\(time)", at: Int64(time)) {
                        if time > 1 { $0.stanzaIDs = [.init(id: "a\(time)", by: time == 2 ? "other" : "own")] }
                    }))
        }
        let conversation = ConversationID(number: 1)
        for (since, expected) in [(0, "a3"), (3, "a3"), (4, "a4"), (5, nil)] {
            let moment = Timestamp(microseconds: Int64(since))
            let found = try await store.oldestArchived(in: conversation, by: "own", since: moment)
            #expect(found == expected)
        }
    }
}
