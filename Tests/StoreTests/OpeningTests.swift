import Domain
import Foundation
import GRDB
import Testing

@testable import Store

@Suite("Opening a database")
struct OpeningTests {
    @Test(
        "The connection that writes is as it must be, for a new file and for one that was there",
        arguments: [
            ("synchronous", "2"), ("journal_mode", "wal"), ("foreign_keys", "1"), ("secure_delete", "1"),
            ("trusted_schema", "0"), ("cell_size_check", "1"),
        ])
    func settings(name: String, value: String) throws {
        let folder = try TestFolder()
        for _ in 0..<2 {
            let store = try folder.open()
            #expect(try store.pragma(name) == value)
            try store.close()
        }
    }

    @Test("What is stored is there after closing and opening")
    func persists() async throws {
        let folder = try TestFolder()
        let store = try folder.open()
        _ = try await store.commit(.addAccount(account(), StoredLogin()), .add(message("hello")))
        try store.close()
        let again = try folder.open()
        let entry = try await again.entry(EntryID(number: 1))
        #expect(entry?.content.texts.first?.text == "hello")
        try again.close()
        #expect(!DataFolder(file: folder.file).hasUnfinishedLog)
    }

    @Test("Missing folders are made, and all files are closed to others")
    func modes() async throws {
        let folder = try TestFolder()
        let store = try Store.open(at: folder.path + "/a/b/store.db", clock: TestClock().read)
        _ = try await store.commit(.setSetting("x", "y"))
        for name in ["a", "a/b"] { #expect(try folder.mode(name) == 0o700) }
        for name in ["store.db", "store.db-wal", "store.db-shm"] { #expect(try folder.mode("a/b/" + name) == 0o600) }
        try store.close()
    }

    @Test("A folder or file that others can reach is refused", arguments: [0o750, 0o701, 0o722])
    func openToOthers(mode: Int) throws {
        let folder = try TestFolder()
        try folder.open().close()
        try folder.setMode(mode, folder.path)
        #expect(refusal(folder) == .unsafeFiles)
        try folder.setMode(0o700, folder.path)
        try folder.setMode(mode & 0o666, folder.file)
        #expect(refusal(folder) == (mode & 0o066 == 0 ? nil : .unsafeFiles))
        try folder.setMode(0o600, folder.file)
        #expect(refusal(folder) == nil)
    }

    @Test("Symbolic links are refused", arguments: ["store.db", "store.db-wal", "store.db-shm"])
    func links(name: String) throws {
        let folder = try TestFolder()
        try Data().write(to: URL(fileURLWithPath: folder.path + "/elsewhere"))
        try folder.setMode(0o600, folder.path + "/elsewhere")
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/" + name, withDestinationPath: folder.path + "/elsewhere")
        #expect(refusal(folder) == .unsafeFiles)
    }

    @Test("A linked folder is refused")
    func linkedFolder() throws {
        let folder = try TestFolder()
        try FileManager.default.createDirectory(
            atPath: folder.path + "/real", withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/link", withDestinationPath: folder.path + "/real")
        #expect(refusal(at: folder.path + "/link/store.db") == .unsafeFiles)
        #expect(refusal(at: folder.path + "/real/store.db") == nil)
    }

    @Test("What is no database is damaged, and stays as it is")
    func noDatabase() throws {
        let folder = try TestFolder()
        let text = Data(String(repeating: "not a database ", count: 1_000).utf8)
        try text.write(to: URL(fileURLWithPath: folder.file))
        try folder.setMode(0o600, folder.file)
        #expect(refusal(folder) == .damaged)
        #expect(try Data(contentsOf: URL(fileURLWithPath: folder.file)) == text)
    }

    @Test("A file that was not closed in order is looked through, and damage is found")
    func damaged() async throws {
        let folder = try TestFolder()
        let store = try folder.open()
        _ = try await store.commit(.addAccount(account(), StoredLogin()))
        _ = try await store.commit(Batch((0..<2_000).map { .add(try message("line \($0)", at: $0)) }))
        try store.close()
        var bytes = try Data(contentsOf: URL(fileURLWithPath: folder.file))
        for index in stride(from: 40_960, to: bytes.count - 4_096, by: 4_096) {
            bytes.replaceSubrange(index..<(index + 64), with: Data(repeating: 0xA5, count: 64))
        }
        try bytes.write(to: URL(fileURLWithPath: folder.file))
        try folder.setMode(0o600, folder.file)
        // As after a crash: a log that was not worked in.
        try Data("unfinished".utf8).write(to: URL(fileURLWithPath: folder.file + "-wal"))
        try folder.setMode(0o600, folder.file + "-wal")
        #expect(refusal(folder) == .damaged)
    }

    @Test("A file with an act that waits is sound, also after a crash")
    func waitingAct() async throws {
        let folder = try TestFolder()
        let store = try folder.open()
        _ = try await store.commit(.addAccount(account(), StoredLogin()), act(.react(["❤"]), "unknown"))
        try store.close()
        try Data("unfinished".utf8).write(to: URL(fileURLWithPath: folder.file + "-wal"))
        try folder.setMode(0o600, folder.file + "-wal")
        #expect(refusal(folder) == nil)
    }

    @Test("A later schema is refused")
    func newer() throws {
        let folder = try TestFolder()
        let later = Migration.all + [Migration(number: 99, sql: "CREATE TABLE later (id INTEGER) STRICT")]
        try Store.open(at: folder.file, migrations: later, clock: TestClock().read).close()
        #expect(refusal(folder) == .newerSchema)
    }

    /// Every file of a database, by name.
    private func files(_ folder: TestFolder) throws -> [String: Data] {
        var found: [String: Data] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) where !name.hasSuffix("-shm") {
            found[name] = try Data(contentsOf: URL(fileURLWithPath: folder.path + "/" + name))
        }
        return found
    }

    @Test("What is refused stays as it is to the last byte, also where only the log says that it is later")
    func untouched() throws {
        let (living, folder) = (try TestFolder(), try TestFolder())
        let later = Migration.all + [Migration(number: 99, sql: "CREATE TABLE later (id INTEGER) STRICT")]
        let store = try Store.open(at: living.file, migrations: later, clock: TestClock().read)
        // As a crash leaves it.
        for end in ["", "-wal"] {
            try Data(contentsOf: URL(fileURLWithPath: living.file + end)).write(
                to: URL(fileURLWithPath: folder.file + end))
            try folder.setMode(0o600, folder.file + end)
        }
        try store.close()
        let before = try files(folder)
        #expect(before["store.db-wal"]?.isEmpty == false)
        #expect(refusal(folder) == .newerSchema)
        #expect(try files(folder) == before)
    }

    @Test("A foreign database without any mark is told by its tables, and keeps its journal")
    func unmarked() throws {
        let folder = try TestFolder()
        let queue = try DatabaseQueue(path: folder.file)
        try queue.write { try $0.execute(sql: "CREATE TABLE other (id INTEGER)") }
        try queue.close()
        try folder.setMode(0o600, folder.file)
        let before = try files(folder)
        #expect(refusal(folder) == .foreignFile)
        #expect(try files(folder) == before)
    }

    @Test("Another program's database is refused")
    func foreign() throws {
        let folder = try TestFolder()
        let other = [Migration(number: 1, sql: "CREATE TABLE other (id INTEGER) STRICT")]
        let store = try Store.open(at: folder.file, migrations: other, clock: TestClock().read)
        try store.execute("PRAGMA application_id = 7")
        try store.close()
        #expect(refusal(folder) == .foreignFile)
    }

    @Test("After closing everything fails with its own error")
    func closed() async throws {
        let folder = try TestFolder()
        let store = try folder.open()
        try store.close()
        do {
            _ = try await store.commit(Batch([.setSetting("a", "b")]))
            Issue.record("stored in a closed database")
        } catch {
            #expect(error.kind == .closed)
        }
        do {
            _ = try await store.settings()
            Issue.record("read from a closed database")
        } catch {
            #expect(error.kind == .closed)
        }
    }

    private func refusal(_ folder: TestFolder) -> StoreError.Kind? {
        refusal(at: folder.file)
    }

    private func refusal(at file: String) -> StoreError.Kind? {
        do {
            try Store.open(at: file, clock: TestClock().read).close()
            return nil
        } catch {
            return error.kind
        }
    }
}
