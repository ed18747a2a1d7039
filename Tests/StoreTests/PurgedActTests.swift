import Domain
import Testing

@testable import Store

@Suite("Acts on what was purged")
struct PurgedActTests {
    private let id = ConversationID(number: 1)
    private let day: Int64 = 86_400 * 1_000_000

    private func filled(_ clock: TestClock = TestClock()) async throws -> Store {
        let store = try await Store.withAccount(clock: clock)
        for number in [Int64(1), 2] {
            _ = try await store.commit(
                .add(
                    message("text \(number)", at: number * day) {
                        $0.messageID = "m\(number)"
                        $0.stanzaIDs = [.init(id: "s\(number)", by: "capulet.example")]
                    }))
        }
        return store
    }

    private func waiting(_ store: Store) throws -> Int64 {
        let names = try store.count("SELECT count(DISTINCT act) FROM pending_act_name")
        let acts = try store.count("SELECT count(*) FROM pending_act")
        #expect(names == acts)
        return acts
    }

    @Test("What corrects a deleted entry is not kept, by whatever name; what corrects another one is")
    func buried() async throws {
        let store = try await filled()
        _ = try await store.commit(.delete([EntryID(number: 1)]))
        let byArchive = try act(.react(["x"]), at: 9 * day) {
            $0.target.names = [.archive(StanzaReference(id: "s1", by: "capulet.example"))]
        }
        let outcomes = try await store.commit(
            correction("secret", of: "m1", at: 9 * day), byArchive, correction("else", of: "m7", at: 9 * day)
        ).outcomes
        #expect(outcomes == [.purged, .purged, .waiting])
        #expect(try waiting(store) == 1)
    }

    @Test("What is as old as all that was purged is not kept")
    func old() async throws {
        let store = try await filled()
        #expect(try await store.purge(id, before: Timestamp(microseconds: 2 * day)) == 1)
        let outcomes = try await store.commit(
            correction("secret", of: "m1", at: 2 * day - 1), correction("new", of: "m1", at: 2 * day)
        ).outcomes
        #expect(outcomes == [.purged, .waiting])
    }

    @Test("A purge takes along what waits, as far back as it goes")
    func purged() async throws {
        let clock = TestClock()
        let store = try await filled(clock)
        clock.set(5 * day)
        _ = try await store.commit(
            correction("old", of: "m7", at: 2 * day, own: "x1"), correction("new", of: "m8", at: 4 * day, own: "x2"),
            correction("ahead", of: "m9", at: 900 * day, own: "x3"),
            act(.react(["x"]), "m8", at: 1, peer: "nurse@capulet.example"))
        #expect(try waiting(store) == 4)
        _ = try await store.purge(id, before: Timestamp(microseconds: 3 * day))
        #expect(try waiting(store) == 3)
        _ = try await store.purgeAll(of: id, now: Timestamp(microseconds: 6 * day))
        #expect(try store.count("SELECT count(*) FROM pending_act WHERE peer = 'nurse@capulet.example'") == 1)
        #expect(try waiting(store) == 1)
    }

    @Test("Deleting an entry takes along what still waits for one of its names")
    func deleted() async throws {
        let store = try await Store.withAccount()
        _ = try await store.commit(
            correction("bad", own: "x2", by: "tybalt@capulet.example/x"), .add(message("good") { $0.messageID = "m1" }))
        #expect(try waiting(store) == 1)
        _ = try await store.commit(.delete([EntryID(number: 1)]))
        #expect(try waiting(store) == 0)
    }

    @Test("What has waited for thirty days goes, and so does what is older than a rule allows")
    func stale() async throws {
        let clock = TestClock()
        let store = try await filled(clock)
        clock.set(10 * day)
        _ = try await store.commit(correction("secret", of: "m7", at: 10 * day))
        #expect(try await store.nextPurge() == Timestamp(microseconds: 40 * day))
        clock.set(40 * day - 1)
        #expect(try await store.purgeDue() == 0)
        clock.set(40 * day)
        #expect(try await store.purgeDue() == 1)
        #expect(try waiting(store) == 0)
        _ = try await store.commit(
            correction("secret", of: "m7", at: 40 * day), .delete([EntryID(number: 1), EntryID(number: 2)]),
            .setRetention(.global, .seconds(86_400)))
        #expect(try await store.nextPurge() == Timestamp(microseconds: 41 * day))
        clock.set(41 * day + 1)
        #expect(try await store.purgeDue() == 1)
        #expect(try waiting(store) == 0)
        #expect(try await store.nextPurge() == nil)
    }

    @Test("An account takes along what waits")
    func removed() async throws {
        let store = try await filled()
        _ = try await store.commit(correction("x", of: "m7"), .removeAccount(juliet))
        #expect(try waiting(store) == 0)
    }

    @Test("What waited for a purged text is nowhere in the file")
    func scrubbed() async throws {
        let folder = try TestFolder()
        let store = try folder.open()
        _ = try await store.commit(.addAccount(account(), StoredLogin()))
        _ = try await store.commit(.add(message("hello")), correction("wherefore", of: "m7", at: 1))
        #expect(try folder.holds("wherefore"))
        _ = try await store.purgeAll(of: id, now: Timestamp(microseconds: 50))
        try await store.scrub()
        #expect(try !folder.holds("wherefore"))
        try store.close()
    }

    // MARK: Tombstones

    @Test("Tombstones go once nothing of their time can come back, a day later than that")
    func tombstones() async throws {
        let clock = TestClock()
        clock.set(3 * day)
        let store = try await filled(clock)
        clock.set(3 * day)
        _ = try await store.commit(.delete([EntryID(number: 2)]))
        #expect(try store.count("SELECT count(*) FROM tombstone") == 2)
        clock.set(9 * day)
        _ = try await store.purge(id, before: Timestamp(microseconds: 4 * day - 1))
        #expect(try store.count("SELECT count(*) FROM tombstone") == 2)
        _ = try await store.purge(id, before: Timestamp(microseconds: 5 * day))
        #expect(try store.count("SELECT count(*) FROM tombstone") == 0)
        var again = try message("text 2", at: 2 * day) { $0.messageID = "m2" }
        again.origin = .archive
        #expect(try await store.commit(.add(again)).outcomes == [.purged])
    }

    @Test("A tombstone lasts as long as the stamp of an entry that ran ahead")
    func ahead() async throws {
        let clock = TestClock()
        let store = try await Store.withAccount(clock: clock)
        clock.set(3 * day)
        _ = try await store.commit(.add(message("early") { $0.messageID = "m1" }))
        try store.execute("UPDATE entry SET sent_at = \(30 * day)")
        _ = try await store.commit(.delete([EntryID(number: 1)]))
        _ = try await store.purge(id, before: Timestamp(microseconds: 9 * day))
        var again = try message("early", at: 30 * day) { $0.messageID = "m1" }
        again.origin = .archive
        #expect(try await store.commit(.add(again)).outcomes == [.purged])
    }
}
