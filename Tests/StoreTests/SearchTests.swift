import Domain
import Testing

@testable import Store

@Suite("Search")
struct SearchTests {
    private func filled() async throws -> Store {
        let store = try await Store.withAccount()
        let batch = Batch(
            [
                .add(
                    try message("Good night, good night! Parting is such sweet sorrow", at: 3_000_000) {
                        $0.texts = LanguageMap("Good night, good night! Parting is such sweet sorrow", language: "nl")
                        $0.detectedLanguage = "en"
                    }),
                .add(
                    try message("It is the east, and Juliet is the sun", at: 1_000_000) {
                        $0.texts = LanguageMap("It is the east, and Juliet is the sun", language: "en-GB")
                    }),
                .add(
                    try message("Schöne Grüße aus Köln https://koeln.example", at: 2_000_000) {
                        $0.detectedLanguage = "de"
                    }),
                .add(try message("sorrow in the room", at: 5_000_000, peer: balcony, kind: .room)),
                .add(
                    try message("a picture of the sun", at: 4_000_000, .outgoing) {
                        $0.kind = .file
                        $0.author = "juliet@capulet.example"
                        $0.subjects = LanguageMap("Betreff")
                        $0.texts.add("ein Bild", language: "de")
                    }),
            ])
        _ = try await store.commit(batch)
        return store
    }

    private func found(_ query: SearchQuery) async throws -> [Int64] {
        try await filled().search(query, limit: 10).hits.map(\.entry.id.number)
    }

    @Test(
        "Words are found without case and accents, the newest first, whatever was stored when",
        arguments: [
            ("sorrow", [Int64(4), 1]), ("SUN", [5, 2]), ("gruße", [3]), ("Grüße koln", [3]), ("juli", [2]),
            ("ju", []), ("night sweet", [1]), (#""sweet sorrow""#, [1]), (#""sorrow sweet""#, []),
            (#""sun""#, [5, 2]), ("bild", [5]), ("betreff", [5]), ("c1", []), ("nowhere", []), ("the sun", [5, 2]),
        ])
    func words(text: String, numbers: [Int64]) async throws {
        #expect(try await found(SearchQuery(text: text)) == numbers)
    }

    @Test(
        "Filters narrow",
        arguments: [
            (SearchQuery(text: "sorrow", conversation: ConversationID(number: 2)), [Int64(4)]),
            (SearchQuery(text: "sorrow", conversation: ConversationID(number: 1)), [1]),
            (SearchQuery(text: "sun", author: "juliet@capulet.example"), [5]),
            (SearchQuery(text: "sun", author: "romeo@montague.example"), [2]),
            (SearchQuery(text: "sun", author: "romeo@montague"), []),
            (SearchQuery(text: "sun", before: Timestamp(microseconds: 4_000_000)), [2]),
            (SearchQuery(text: "sun", before: Timestamp(microseconds: 4_000_001)), [5, 2]),
            (SearchQuery(text: "sun", after: Timestamp(microseconds: 1_000_001)), [5]),
            (SearchQuery(text: "sun", language: "EN"), [2]),
            (SearchQuery(language: "de"), [3]), (SearchQuery(text: "night", language: "en"), [1]),
            (SearchQuery(text: "night", language: "nl"), []),
            (SearchQuery(text: "sun", kinds: [.chat, .groupchat]), [2]),
            (SearchQuery(kinds: [.groupchat]), [4]),
            (SearchQuery(hasFile: true), [5]),
            (SearchQuery(hasLink: true), [3]),
            (SearchQuery(text: "sun", account: nurse), []),
            (SearchQuery(conversation: ConversationID(number: 1), order: .best), [5, 1, 3, 2]),
        ])
    func filters(query: SearchQuery, numbers: [Int64]) async throws {
        #expect(try await found(query) == numbers)
    }

    @Test(
        "What is syntax for the index is text for us",
        arguments: [
            "\"", "\"\"", "sun\"", "*", "sun*", "sun AND", "OR", "NOT sun NOT", "NEAR(sun, 1)", "text:sun",
            "{text} : sun",
            "(", "sun)", "-sun", "^sun", "a + b", "'; DROP TABLE entry; --", "\0", "sun\0moon", "👍", "!!!", "“sun”",
            String(repeating: "sun ", count: 5_000), String(repeating: "\"", count: 999), "col:\"c1\"", "\u{301}",
        ])
    func hostile(text: String) async throws {
        for order in SearchQuery.Order.allCases {
            _ = try await found(SearchQuery(text: text, order: order))
        }
    }

    @Test("Best comes first, and pages of either order meet every hit once", arguments: SearchQuery.Order.allCases)
    func pages(order: SearchQuery.Order) async throws {
        let store = try await Store.withAccount()
        let batch = Batch(
            try (0..<25).map {
                .add(try message($0 == 7 ? "word word" : "word and other things", at: Int64($0) * 1_000_000))
            })
        _ = try await store.commit(batch)
        var numbers: [Int64] = []
        var cursor: SearchCursor?
        repeat {
            let page = try await store.search(SearchQuery(text: "word", order: order), after: cursor, limit: 4)
            numbers += page.hits.map(\.entry.id.number)
            cursor = page.next.flatMap { SearchCursor($0.description) }
        } while cursor != nil
        #expect(numbers.count == 25 && Set(numbers).count == 25)
        #expect(numbers.first == (order == .best ? 8 : 25))
    }

    @Test("What fits is marked, in code points, and the neighbours are named")
    func marks() async throws {
        let store = try await Store.withAccount()
        _ = try await store.commit(
            .add(message("before", at: 1)), .add(message("👍 a Sún, two süns, sundial", at: 2)),
            .add(message("after", at: 3)))
        let hits = try await store.search(SearchQuery(text: "sun"), limit: 9).hits
        #expect(hits.map(\.ranges) == [[4..<7, 13..<17, 19..<26]])
        #expect(hits.map(\.previous) == [EntryID(number: 1)] && hits.map(\.next) == [EntryID(number: 3)])
        let exact = try await store.search(SearchQuery(text: "\"sun\""), limit: 9).hits
        #expect(exact.map(\.ranges) == [[4..<7]])
    }

    @Test("A correction is found by its new words, no longer by the old ones")
    func corrected() async throws {
        let store = try await Store.withAccount()
        _ = try await store.commit(.add(message("frist") { $0.messageID = "m1" }))
        _ = try await store.commit(correction("first"))
        #expect(try await store.search(SearchQuery(text: "frist"), limit: 9).hits.isEmpty)
        #expect(try await store.search(SearchQuery(text: "first"), limit: 9).hits.count == 1)
        _ = try await store.commit(.removeAccount(juliet))
        #expect(try await store.search(SearchQuery(text: "first"), limit: 9).hits.isEmpty)
        #expect(try store.count("SELECT count(*) FROM search WHERE search MATCH 'first'") == 0)
    }

    @Test("What was retracted stands nowhere in the file once it is scrubbed")
    func scrubbed() async throws {
        let folder = try TestFolder()
        let store = try folder.open()
        _ = try await store.commit(.addAccount(account(), StoredLogin()))
        for number in 0..<40 {
            _ = try await store.commit(
                .add(message("xylophonic \(number)", at: Int64(number)) { $0.messageID = "m\(number)" }))
        }
        for number in 0..<40 { _ = try await store.commit(act(.retract, "m\(number)")) }
        _ = try await store.commit(.add(message("stays", at: 99)))
        #expect(try folder.holds("ylophonic"))
        try await store.scrub()
        #expect(try !folder.holds("ylophonic"))
        #expect(try await store.search(SearchQuery(text: "stays"), limit: 9).hits.count == 1)
        #expect(try await store.commit(.sweepSearch(pages: 1)).outcomes == [.unchanged])
        try store.close()
    }
}
