import Domain
import Testing

@testable import Store

@Suite("Acts before their entries")
struct WaitingActTests {
    private let id = EntryID(number: 1)

    private func original() throws -> Change {
        .add(
            try message("frist") {
                $0.messageID = "m1"
                $0.originID = "o1"
                $0.stanzaIDs = [.init(id: "s1", by: "capulet.example")]
            })
    }

    @Test("In whatever order things come, the same stands there in the end", arguments: 0..<24)
    func anyOrder(permutation: Int) async throws {
        let store = try await Store.withAccount()
        var left = [
            try original(), try correction("second", at: 10, own: "m2"),
            try correction("third", of: "m2", at: 20, own: "m3"),
            try act(.react(["👍"]), "m3", at: 15),
        ]
        var code = permutation
        while !left.isEmpty {
            let index = code % left.count
            code /= left.count
            _ = try await store.commit(left.remove(at: index))
        }
        let entry = try await store.entry(id)
        #expect(entry?.content.texts.first?.text == "third")
        #expect(entry?.marks?.reactions.map(\.emojis) == [["👍"]])
        #expect(try await store.versions(of: id).map(\.texts.first?.text) == ["frist", "second"])
        #expect(try store.count("SELECT count(*) FROM pending_act") == 0)
    }

    @Test("A retraction before its entry leaves nothing to read", arguments: ["m1", "o1"])
    func retracted(name: String) async throws {
        let folder = try TestFolder()
        var store = try folder.open()
        _ = try await store.commit(.addAccount(account(), StoredLogin()))
        #expect(try await store.commit(act(.retract, name)).outcomes == [.waiting])
        try store.close()
        store = try folder.open()
        _ = try await store.commit(original())
        #expect(try await store.entry(id)?.content.texts.isEmpty == true)
        #expect(try await store.search(SearchQuery(text: "frist"), limit: 9).hits.isEmpty)
        try store.close()
    }

    @Test("Of acts of one kind by one person on one entry the latest waits")
    func merged() async throws {
        let store = try await Store.withAccount()
        let outcomes = try await store.commit(
            act(.react(["a"]), at: 10), act(.react(["b"]), at: 30), act(.react(["c"]), at: 20)
        ).outcomes
        #expect(outcomes == [.waiting, .waiting, .unchanged])
        #expect(try store.count("SELECT count(*) FROM pending_act") == 1)
        _ = try await store.commit(original())
        #expect(try await store.entry(id)?.marks?.reactions.map(\.emojis) == [["b"]])
    }

    @Test("Somebody else's act on a waiting name is not done, and the author's still is")
    func stranger() async throws {
        let store = try await Store.withAccount()
        let forged = try correction("bad", own: "x2", by: "tybalt@capulet.example/x")
        _ = try await store.commit(forged, correction("good", own: "m2"), original())
        #expect(try await store.entry(id)?.content.texts.first?.text == "good")
    }

    @Test("What may not wait is done at once or not at all")
    func notWaiting() async throws {
        let store = try await Store.withAccount()
        guard case .act(let act) = try correction("second", own: "m2") else { return }
        #expect(try await store.commit(.actNow(act)).outcomes == [.unchanged])
        #expect(try store.count("SELECT count(*) FROM pending_act") == 0)
        _ = try await store.commit(original())
        #expect(try await store.commit(.actNow(act)).outcomes == [.acted(id, ConversationID(number: 1))])
    }

    @Test("A correction of what never comes is an entry, once, and the next correction of the same finds it")
    func standIn() async throws {
        let store = try await Store.withAccount()
        guard case .act(let act) = try correction("second", own: "m2"),
            case .act(let next) = try correction("third", at: 20, own: "m3"),
            case .act(let foreign) = try correction("forged", at: 30, own: "m4", by: "tybalt@capulet.example/x")
        else { return }
        let new = try message("second") { $0.messageID = "m2" }
        let place = ConversationID(number: 1)
        #expect(try await store.commit(.actOrAdd(act, new)).outcomes == [.added(id, place)])
        #expect(try await store.commit(.actOrAdd(act, new), .act(act)).outcomes == [.unchanged, .unchanged])
        #expect(try await store.commit(.actOrAdd(next, new)).outcomes == [.acted(id, place)])
        #expect(try await store.commit(.actOrAdd(foreign, new)).outcomes == [.refused(.correctionByAnother)])
        let entries = try await store.history(of: place, .last, limit: 9).entries
        #expect(entries.map { $0.content.texts.first?.text } == ["third"])
        #expect(try await store.versions(of: id).map(\.texts.first?.text) == ["second"])
        #expect(try store.count("SELECT count(*) FROM pending_act") == 0)
    }

    @Test("Where the entry is here, a correction that could be one is none")
    func noStandIn() async throws {
        let store = try await Store.withAccount()
        guard case .act(let act) = try correction("second", own: "m2") else { return }
        let new = try message("second") { $0.messageID = "m2" }
        let outcomes = try await store.commit(original(), .actOrAdd(act, new)).outcomes
        #expect(outcomes == [.added(id, ConversationID(number: 1)), .acted(id, ConversationID(number: 1))])
        #expect(try await store.entry(id)?.content.texts.first?.text == "second")
    }

    @Test("Names that go round in a circle end")
    func circle() async throws {
        let store = try await Store.withAccount()
        _ = try await store.commit(
            correction("a", of: "m2", at: 10, own: "m3"), correction("b", of: "m3", at: 20, own: "m2"))
        _ = try await store.commit(correction("c", of: "m1", at: 30, own: "m2"), original())
        #expect(try await store.entry(id)?.content.texts.first?.text == "c")
        #expect(try store.integrity() == ["ok"])
    }

    @Test("So many wait in one conversation at most, and so long")
    func bounds() async throws {
        let clock = TestClock()
        let store = try await Store.withAccount(clock: clock)
        let batch = Batch(
            try (0..<Int(Writer.waitingBound) + 20).map { try act(.react(["a"]), "m\($0)", at: Int64($0)) })
        _ = try await store.commit(batch)
        #expect(try store.count("SELECT count(*) FROM pending_act") == Writer.waitingBound)
        #expect(try store.count("SELECT count(*) FROM pending_act_name") == Writer.waitingBound)
        clock.set(Writer.waitingTime + 10_000_000_000)
        _ = try await store.commit(act(.react(["a"]), "other"))
        #expect(try store.count("SELECT count(*) FROM pending_act") == 1)
    }

    @Test("An act comes back from its row as it was")
    func record() throws {
        let target = EntryTarget(
            account: juliet, peer: try address(balcony),
            names: [.sender("a"), .archive(.init(id: "b", by: "c")), .entry(EntryID(number: 7))])
        let details = EntryDetails(
            reply: .init(id: "r", author: "x@y"), spoiler: LanguageMap("hint", language: "en"),
            links: [.init(url: "u", description: "d")],
            fallbacks: [.init(namespace: "n", range: 1..<3), .init(namespace: "m")],
            mentions: [.init(target: "t", range: 0..<1, isUser: true)],
            spans: [
                .init(.strong, 0..<2), .init(.link, 1..<2, link: "https://a.example"),
                .init(.codeBlock, 3..<4, language: "c"),
            ],
            isAttention: true, isUnstyled: true, lifetime: .max)
        let kinds: [Act.Kind] = [
            .correct(texts: LanguageMap("a", language: "de"), subjects: LanguageMap("s"), details: details),
            .correct(texts: LanguageMap("a"), subjects: LanguageMap(), details: nil, detectedLanguage: "de"),
            .retract, .moderate(reason: "r"), .moderate(reason: nil), .react(["👍", "x"]), .receive, .display, .pin,
            .unpin,
        ]
        for kind in kinds {
            let act = Act(
                kind, on: target, direction: .outgoing, author: "a@b/c", occupantID: "o",
                time: Timestamp(microseconds: .min), messageID: "m", originID: "n",
                stanzaIDs: [.init(id: "1", by: "2")], encryption: "omemo:2")
            #expect(Act(stored: act.json) == act)
        }
        #expect(Act(stored: "{}") == nil)
    }
}
