import Domain
import Foundation
import Testing

@testable import Store

@Suite("Migrations")
struct MigrationTests {
    /// What an earlier version made, as text.
    private static func golden(_ version: Int) -> URL {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Support/Golden/store/version-\(version).sql")
    }

    private static let step = Migration(
        number: Int32(Migration.all.count + 1),
        sql: "ALTER TABLE entry ADD COLUMN mood TEXT; UPDATE entry SET mood = language;")

    /// A file as an earlier version left it.
    private func file(ofVersion version: Int = 1) throws -> TestFolder {
        let folder = try TestFolder()
        let store = try Store.open(at: folder.file, migrations: [], clock: TestClock().read)
        try store.execute(String(contentsOf: Self.golden(version), encoding: .utf8))
        try store.close()
        return folder
    }

    @Test("Steps are numbered without a hole")
    func numbered() {
        #expect(Migration.all.map(\.number) == (1...Migration.all.count).map { Int32($0) })
    }

    @Test("The first steps still make what each version had", arguments: 1..<Migration.all.count)
    func unchanged(version: Int) throws {
        let folder = try file(ofVersion: version)
        let steps = Array(Migration.all.prefix(version))
        let old = try Store.open(at: folder.file, migrations: steps, clock: TestClock().read)
        let new = try Store.open(at: folder.path + "/new.db", migrations: steps, clock: TestClock().read)
        let schemas = [try old.schema(), try new.schema()].map { $0.map(Self.withoutSpaces) }
        #expect(schemas[0] == schemas[1])
        try old.close()
        try new.close()
    }

    private static func withoutSpaces(_ sql: String) -> String {
        sql.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    @Test("Everything in a file of version 1 is read")
    func read() async throws {
        let folder = try file()
        let store = try folder.open()
        let accounts = try await store.accounts()
        #expect(accounts.map(\.id) == [juliet, nurse])
        #expect(accounts.map(\.login) == [.password, .command("pass show nurse")])
        #expect(accounts.map(\.endpoint.port) == [5_223, nil])
        let login = StoredLogin(sealedSecret: [1, 2], sealedToken: [3], pin: "{}")
        #expect(try await store.login(of: juliet) == login)
        #expect(try await store.resumption(of: juliet)?.handled == .max)
        let roster = try await store.roster(of: juliet)
        #expect(roster.version == "ver7")
        #expect(roster.contacts.map(\.groups) == [["Friends", "Lovers"]])
        #expect(try await store.requests(of: juliet).map(\.statuses) == [LanguageMap("hallo", language: "de")])
        #expect(try await store.capability(hash: "sha-1:abc") == "<query/>")
        #expect(try await store.settings() == ["log.level": "debug"])
        #expect(try await store.conversations().map(\.kind) == [.chat, .room])
        let page = try await store.history(of: ConversationID(number: 2), .last, limit: 9)
        #expect(page.entries.map(\.content.texts.items.count) == [2, 1])
        #expect(page.entries[0].content.subjects["de"] == "gruss")
        #expect(page.entries[0].content.stanzaIDs.map(\.id) == ["s1", "s2"])
        let outbox = try await store.outbox(of: juliet)
        #expect(outbox.map(\.sealedStanza) == [[15]])
        let events = try await store.events(since: 0, limit: 9)
        #expect(events.events.map(\.number) == [40, 41] && events.oldest == 37 && events.newest == 41)
        #expect(try await store.search(SearchQuery(text: "hello"), limit: 9).hits.map(\.entry.id.number) == [10])
        #expect(try await store.conversation(ConversationID(number: 2))?.state == ConversationState())
        let committed = try await store.commit(.add(message("more", at: 5_000)))
        #expect(committed.added == [EntryID(number: 13)] && committed.events.map(\.number) == [42, 43])
        #expect(try store.integrity() == ["ok"])
        try store.close()
    }

    @Test("Everything in a file of version 2 is read")
    func readSecond() async throws {
        let folder = try file(ofVersion: 2)
        let store = try folder.open()
        let entry = try #require(try await store.entry(EntryID(number: 10)))
        #expect(entry.content.details?.reply?.id == "r1" && entry.content.detectedLanguage == "en")
        #expect(entry.marks?.reactions.map(\.emojis) == [["❤"]])
        #expect(entry.marks?.correctedAt?.microseconds == 1_500 && entry.marks?.pinnedAt?.microseconds == 1_600)
        #expect(entry.marks?.pending == [])
        #expect(try await store.versions(of: entry.id).map(\.texts.first?.text) == ["helo"])
        let state = try await store.conversation(ConversationID(number: 2))?.state
        #expect(state?.unread == 1 && state?.draft?.text == "but soft" && state?.isPinned == true)
        #expect(try await store.retention(.account(juliet)) == .seconds(86_400))
        #expect(try await store.consumer("phone")?.acknowledged == 40)
        #expect(try await store.search(SearchQuery(text: "gruss"), limit: 9).hits.count == 1)
        let rows = try await store.outbox(of: juliet)
        #expect(rows.map(\.id.number) == [11] && rows.map(\.recipient) == ["romeo@montague.example"])
        // What waited in the outbox can be retracted now, and others are told since it was written before.
        let own = OwnAct(
            .retract, on: EntryID(number: 11), author: "juliet@capulet.example", time: Timestamp(microseconds: 5_000),
            messageID: "r11")
        _ = try await store.commit(.perform(own))
        #expect(try await store.outbox(of: juliet).map(\.id.number) == [13])
        #expect(try store.integrity() == ["ok"])
        try store.close()
    }

    @Test("An older file is copied, then taken all steps at once")
    func migrates() async throws {
        let folder = try file()
        let store = try Store.open(at: folder.file, migrations: Migration.all + [Self.step], clock: TestClock().read)
        #expect(try await store.entry(EntryID(number: 10))?.content.texts.first?.text == "hello")
        #expect(try store.schema().contains { $0.contains("mood") })
        try store.close()
        let copy = "store.db.version-1.backup"
        #expect(try folder.mode(copy) == 0o600)
        let backup = try Store.open(at: folder.path + "/" + copy, clock: TestClock().read)
        #expect(try await backup.entry(EntryID(number: 10))?.content.texts.first?.text == "hello")
        try backup.close()
        let sentence = "the database has version \(Self.step.number), this program knows up to \(Migration.all.count)"
        #expect(throws: StoreError(.newerSchema, sentence)) {
            try folder.open()
        }
    }

    @Test("A step that fails leaves the file as it was")
    func fails() async throws {
        let folder = try file()
        let bad = Migration(number: Self.step.number + 1, sql: "INSERT INTO nowhere VALUES (1)")
        #expect(throws: StoreError.self) {
            try Store.open(at: folder.file, migrations: Migration.all + [Self.step, bad], clock: TestClock().read)
        }
        let store = try folder.open()
        #expect(try !store.schema().contains { $0.contains("mood") })
        #expect(try await store.accounts().count == 2)
        try store.close()
    }

    @Test("A new file is made without a copy")
    func noCopy() throws {
        let folder = try TestFolder()
        try folder.open().close()
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(!files.contains { $0.hasSuffix("backup") })
    }
}
