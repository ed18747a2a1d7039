import Domain
import Testing

@testable import Store

@Suite("What belongs to an entry and stands elsewhere")
struct SurroundingsTests {
    private let id = ConversationID(number: 1)

    @Test("Versions are counted, and the entry that is answered is found by any id it has")
    func around() async throws {
        let store = try await Store.withAccount()
        let plain = try #require(try await store.addEntry(message("plain", at: 1) { $0.originID = "o1" }))
        let answer = try #require(
            try await store.addEntry(message("answer", at: 2) { $0.details = EntryDetails(reply: .init(id: "o1")) }))
        let lost = try #require(
            try await store.addEntry(message("lost", at: 3) { $0.details = EntryDetails(reply: .init(id: "x")) }))
        let version = EntryVersion(time: Timestamp(microseconds: 4), texts: LanguageMap("was"))
        let again = NewEntry(
            account: juliet, peer: try address("romeo@montague.example"), content: plain.content, origin: .imported)
        _ = try await store.commit(
            .restore(
                RestoredEntry(
                    again, marks: EntryMarks(correctedAt: Timestamp(microseconds: 5)), versions: [version, version])))
        let entries = try await store.history(of: id, .last, limit: 9).entries
        let corrected = try #require(entries.first { $0.marks != nil })
        let around = try await store.surroundings(of: entries)
        #expect(around[plain.id] == nil)
        #expect(around[answer.id]?.replied == corrected.id)
        #expect(around[lost.id] == EntrySurroundings())
        #expect(around[corrected.id]?.versions == 2)
        #expect(try await store.surroundings(of: [plain]).isEmpty)
    }

    @Test("In a room an answer names the room's id, in a chat any, and nothing of another conversation")
    func answered() async throws {
        let store = try await Store.withAccount()
        let garden = "garden@rooms.example"
        let theirs = try #require(
            try await store.addEntry(
                message("in the room", at: 1, peer: garden, kind: .room) {
                    $0.kind = .groupchat
                    $0.messageID = "m1"
                    $0.stanzaIDs = [.init(id: "s1", by: garden), .init(id: "s2", by: "other.example")]
                }))
        let chat = try #require(try await store.addEntry(message("in the chat", at: 2) { $0.messageID = "c1" }))
        for (number, (id, answered)) in [
            ("s1", theirs.id), ("m1", nil), ("s2", nil), ("c1", nil),
        ].enumerated() {
            let answer = try #require(
                try await store.addEntry(
                    message("answer", at: Int64(10 + number), peer: garden, kind: .room) {
                        $0.kind = .groupchat
                        $0.messageID = "a\(number)"
                        $0.details = EntryDetails(reply: .init(id: id))
                    }))
            #expect(try await store.surroundings(of: [answer])[answer.id]?.replied == answered, "\(id)")
        }
        for (id, answered) in [("c1", chat.id), ("m1", nil), ("s1", nil)] {
            let answer = try #require(
                try await store.addEntry(
                    message("answer", at: 20) {
                        $0.messageID = "to-\(id)"
                        $0.details = EntryDetails(reply: .init(id: id))
                    }))
            #expect(try await store.surroundings(of: [answer])[answer.id]?.replied == answered, "\(id)")
        }
    }

    @Test("The queue is read in pages, in its order")
    func queue() async throws {
        let store = try await Store.withAccount()
        var sent: [EntryID] = []
        for number in 1...3 {
            sent.append(try await store.sendEntry(message("\(number)", at: Int64(9 - number), .outgoing)))
        }
        _ = try await store.commit(.written(sent[0], sequence: 1))
        let first = try await store.queue(of: juliet, limit: 2)
        #expect(first.map(\.id) == [sent[0], sent[1]] && first.map(\.attempts) == [1, 0])
        #expect(try await store.queue(of: juliet, after: sent[1], limit: 2).map(\.id) == [sent[2]])
        #expect(try await store.queue(of: juliet, after: sent[2], limit: 2).isEmpty)
        #expect(try await store.queue(of: nurse, limit: 2).isEmpty)
    }

    @Test("A rule is told once where it changes: with its conversation, or as a setting")
    func rules() async throws {
        let store = try await Store.withAccount()
        _ = try await store.addEntry(message("x"))
        let own = try await store.commit(.setRetention(.conversation(id), .seconds(60)))
        #expect(own.events.map(\.kind) == [.conversationChanged])
        #expect(own.changed.map(\.state.retention) == [.seconds(60)])
        #expect(own.events[0].payload.hasSuffix(#""retention":60}"#))
        #expect(try await store.commit(.setRetention(.conversation(id), .seconds(60))).events.isEmpty)
        let never = try await store.commit(.setRetention(.conversation(id), .forever))
        #expect(never.changed.map(\.state.retention) == [.forever])
        #expect(try await store.commit(.setRetention(.conversation(id), nil)).changed.map(\.state.retention) == [nil])
        let account = try await store.commit(.setRetention(.account(juliet), .seconds(90)))
        #expect(account.events.map(\.payload) == [#"{"name":"retention","value":"90"}"#])
        #expect(account.events[0].account == juliet)
        let all = try await store.commit(.setRetention(.global, .forever), .setRetention(.global, .forever))
        #expect(all.outcomes == [.done, .unchanged])
        #expect(all.events.map(\.payload) == [#"{"name":"retention","value":"0"}"#] && all.events[0].account == nil)
    }

    @Test("Purging everything leaves what is still to be sent, and lets an archive bring what is yet to be written")
    func all() async throws {
        let clock = TestClock()
        clock.set(100)
        let store = try await Store.withAccount(clock: clock)
        let waiting = try await store.sendEntry(message("waits", at: 50, .outgoing))
        for time in [1, 100, 5_000] as [Int64] {
            _ = try await store.addEntry(message("at \(time)", at: time) { $0.messageID = "m\(time)" })
        }
        #expect(try await store.purgeAll(of: id, now: Timestamp(microseconds: 100)) == 3)
        #expect(try await store.history(of: id, .last, limit: 9).entries.map(\.id) == [waiting])
        for (time, isPurged) in [(1, true), (100, true), (5_000, true), (200, false), (6_000, false)] as [(Int64, Bool)]
        {
            var again = try message("at \(time)", at: time) { $0.messageID = "m\(time)" }
            again.origin = .archive
            #expect((try await store.commit(.add(again)).outcomes == [.purged]) == isPurged, "\(time)")
        }
        #expect(try await store.purgeAll(of: ConversationID(number: 9), now: Timestamp(microseconds: 1)) == 0)
    }
}
