import Domain
import Testing
import XMPPAddresses

@testable import Store

@Suite("Batches")
struct BatchTests {
    @Test("A batch with one failing change leaves no trace")
    func atomic() async throws {
        let store = try await Store.withAccount()
        let failing = Batch([
            .add(try message("first")), .setContact(nurse, Contact(jid: try address("a@b")), version: nil),
        ])
        await #expect(throws: StoreError(.noSuchAccount, "no account nurse001")) { try await store.commit(failing) }
        #expect(try await store.conversations().isEmpty)
        let page = try await store.events(since: 0, limit: 100)
        #expect(page.events.map(\.kind) == [.account])
        // Numbers and ids go on as if nothing had been.
        let committed = try await store.commit(.add(message("second")))
        #expect(committed.added == [EntryID(number: 1)])
        #expect(committed.events.map(\.number) == [2, 3, 4])
    }

    @Test("In a group, a failing batch harms no other", arguments: 0..<3)
    func poison(position: Int) throws {
        let store = try Store.inMemory(clock: TestClock().read)
        var batches = [
            Batch([.add(try message("one"))]),
            Batch([.add(try message("two", peer: "nurse@capulet.example"))]),
        ]
        batches.insert(Batch([.add(try message("bad", peer: "x@y")), .setHandled(nurse, 1)]), at: position)
        batches.insert(Batch([.addAccount(try account(), StoredLogin())]), at: 0)
        let results = store.commitGroup(batches)
        #expect(results.count == 4)
        var numbers: [Int64] = []
        for (index, result) in results.enumerated() {
            switch result {
            case .success(let committed): numbers += committed.events.map(\.number)
            case .failure(let error):
                #expect(index == position + 1)
                #expect(error.kind == .noSuchAccount)
            }
        }
        #expect(numbers == Array(1...7))
    }

    @Test("Many callers at once all get their own answers, and events have no holes")
    func concurrent() async throws {
        let store = try await Store.withAccount()
        let texts = try await withThrowingTaskGroup(of: (String, EntryID?).self) { group in
            for number in 0..<200 {
                group.addTask {
                    let text = "line \(number)"
                    return (text, try await store.commit(.add(message(text, at: Int64(number)))).added.first)
                }
            }
            return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
        #expect(Set(texts.values).count == 200)
        for (text, id) in texts {
            let entry = try await store.entry(id)
            #expect(entry?.content.texts.first?.text == text)
        }
        let page = try await store.events(since: 0, limit: 1_000)
        #expect(page.events.map(\.number) == Array(1...Int64(page.events.count)))
        #expect(page.events.count { $0.kind == .message } == 200)
        #expect(page.newest == page.events.last?.number)
    }

    @Test("A full disk fails the batch, and what comes after there is room is stored", arguments: [1, 3])
    func diskFull(groupSize: Int) async throws {
        let folder = try TestFolder()
        let store = try folder.open()
        _ = try await store.commit(.addAccount(account(), StoredLogin()), .add(message("small")))
        try limitPages(store, to: 60)
        let text = String(repeating: "x", count: 3_000)
        let large = Batch(try (0..<200).map { .add(try message(text, at: Int64($0))) })
        let results = store.commitGroup(Array(repeating: large, count: groupSize))
        #expect(results.count == groupSize)
        for result in results {
            #expect(throws: StoreError.self) { try result.get() }
            if case .failure(let error) = result { #expect(error.kind == .diskFull && error.isTemporary) }
        }
        #expect(try await history(store).count == 1)
        try limitPages(store, to: 1_000_000)
        let committed = try await store.commit(large)
        #expect(committed.added.first == EntryID(number: 2))
        #expect(committed.events.first?.number == 5)
        #expect(try await history(store).count == 201)
        try store.close()
    }

    @Test("A database that cannot be written says so")
    func readOnly() async throws {
        let folder = try TestFolder()
        let store = try folder.open()
        try store.execute("PRAGMA query_only = 1")
        let batch = Batch([.setSetting("a", "b")])
        do {
            _ = try await store.commit(batch)
            Issue.record("stored in a database that cannot be written")
        } catch {
            #expect(error.kind == .readOnly)
        }
        try store.execute("PRAGMA query_only = 0")
        #expect(try await store.commit(batch).outcomes == [.done])
        try store.close()
    }

    private func limitPages(_ store: Store, to count: Int) throws {
        try store.execute("PRAGMA max_page_count = \(count)")
    }

    private func history(_ store: Store) async throws -> [Entry] {
        try await store.history(of: ConversationID(number: 1), .last, limit: 500).entries
    }
}
