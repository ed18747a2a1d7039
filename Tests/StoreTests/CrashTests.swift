import Domain
import Foundation
import Testing

@testable import Store

/// What `kill -9` or a loss of power leaves: the files as they are at that moment, the log cut anywhere.
@Suite("After a crash")
struct CrashTests {
    /// Files of a store that was never closed, after so many batches of three messages each.
    private func interrupted(_ batches: Int) async throws -> (folder: TestFolder, store: Store) {
        let folder = try TestFolder()
        let store = try folder.open()
        _ = try await store.commit(.addAccount(account(), StoredLogin()))
        for number in 0..<batches { try await commitBatch(number, to: store) }
        return (folder, store)
    }

    private func commitBatch(_ number: Int, to store: Store) async throws {
        let texts = (0..<3).map { "\(number).\($0)" }
        _ = try await store.commit(
            Batch(
                try texts.map { .add(try message($0, at: Int64(number))) } + [.setSetting("batches", "\(number + 1)")]))
    }

    /// The files as they are, the log no longer than so many bytes, in a folder of their own.
    private func snapshot(_ folder: TestFolder, log: Int = .max) throws -> TestFolder {
        let copy = try TestFolder()
        for suffix in ["", "-wal"] {
            var bytes = try Data(contentsOf: URL(fileURLWithPath: folder.file + suffix))
            if suffix == "-wal" { bytes = bytes.prefix(log) }
            try bytes.write(to: URL(fileURLWithPath: copy.file + suffix))
            try copy.setMode(0o600, copy.file + suffix)
        }
        return copy
    }

    @Test("What was committed is there, after each batch")
    func committed() async throws {
        let (folder, store) = try await interrupted(0)
        for number in 0..<10 {
            try await commitBatch(number, to: store)
            let copy = try snapshot(folder)
            try await check(copy, batches: number + 1)
        }
        try store.close()
    }

    @Test("A log that is cut anywhere gives whole batches, numbers without holes, and a store that goes on")
    func cut() async throws {
        let (folder, store) = try await interrupted(8)
        let log = try Data(contentsOf: URL(fileURLWithPath: folder.file + "-wal")).count
        // The tables themselves were made in the log's first pages; cut behind them, at and between the pages.
        let start = try await emptyLogLength()
        for length in stride(from: start, through: log, by: 1_373) {
            let copy = try snapshot(folder, log: length)
            try await check(copy, batches: nil)
        }
        try store.close()
    }

    private func emptyLogLength() async throws -> Int {
        let (folder, store) = try await interrupted(0)
        defer { try? store.close() }
        return try Data(contentsOf: URL(fileURLWithPath: folder.file + "-wal")).count
    }

    private func check(_ folder: TestFolder, batches expected: Int?) async throws {
        let store = try folder.open()
        let batches = Int(try await store.setting("batches") ?? "0") ?? -1
        if let expected { #expect(batches == expected) }
        let page = try await store.history(of: ConversationID(number: 1), .last, limit: 500)
        let texts = page.entries.compactMap { $0.content.texts.first?.text }
        #expect(texts == (0..<batches).flatMap { number in (0..<3).map { "\(number).\($0)" } })
        let events = try await store.events(since: 0, limit: 1_000)
        #expect(events.events.map(\.number) == Array(1...events.newest))
        #expect(try store.integrity() == ["ok"])
        let next = try await store.commit(.add(message("on", at: 99)))
        #expect(next.events.first?.number == events.newest + 1)
        #expect(next.added == [EntryID(number: Int64(batches * 3 + 1))])
        try store.close()
    }
}
