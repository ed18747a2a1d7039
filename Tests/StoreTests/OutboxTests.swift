import Domain
import Testing

@testable import Store

@Suite("The outbox")
struct OutboxTests {
    private let reason = Reason(code: "not-connected", sentence: "There is no connection.")

    private func queued(_ store: Store, _ count: Int) async throws -> [EntryID] {
        var ids: [EntryID] = []
        for number in 0..<count {
            ids.append(
                try await store.sendEntry(
                    message("\(number)", at: Int64(number), .outgoing) { $0.messageID = "m\(number)" }))
        }
        return ids
    }

    @Test("What is queued waits in order, with all that is needed to send it")
    func order() async throws {
        let store = try await Store.withAccount()
        let new = try message("sealed", at: 0, .outgoing)
        _ = try await store.commit(.send(new, to: "romeo@montague.example/orchard", sealedStanza: [1, 2, 3]))
        let ids = try await queued(store, 3)
        let rows = try await store.outbox(of: juliet)
        #expect(rows.map(\.id) == [EntryID(number: 1)] + ids)
        #expect(rows[0].recipient == "romeo@montague.example/orchard")
        #expect(rows[0].sealedStanza == [1, 2, 3])
        #expect(rows[1].sealedStanza == nil)
        #expect(rows.allSatisfy { $0.state == .queued && $0.attempts == 0 && $0.sequence == nil })
        #expect(try await store.outbox(of: nurse).isEmpty)
    }

    @Test("Writing and acknowledging moves an entry out of the outbox, one event each")
    func acknowledged() async throws {
        let store = try await Store.withAccount()
        let id = try await queued(store, 1)[0]
        let written = try await store.commit(.written(id, sequence: .max))
        #expect(written.events.map(\.payload) == [#"{"entry":"e1","state":"sent"}"#])
        let again = try await store.commit(.written(id, sequence: 0))
        #expect(again.outcomes == [.done] && again.events.isEmpty)
        let row = try await store.outbox(of: juliet)[0]
        #expect(row.sequence == 0 && row.attempts == 2)
        let acknowledged = try await store.commit(.setState(id, .onServer))
        #expect(acknowledged.outcomes == [.moved(id, ConversationID(number: 1))])
        #expect(try await store.outbox(of: juliet).isEmpty)
        #expect(try await store.commit(.setState(id, .onServer), .written(id, sequence: 9)).events.isEmpty)
    }

    @Test("A stream that is lost puts back what was written, and only that")
    func requeue() async throws {
        let store = try await Store.withAccount()
        let ids = try await queued(store, 3)
        _ = try await store.commit(.written(ids[0], sequence: 1), .written(ids[1], sequence: 2))
        _ = try await store.commit(.setState(ids[0], .onServer))
        let committed = try await store.commit(.requeue(juliet))
        #expect(committed.events.map(\.entry) == [ids[1]])
        let rows = try await store.outbox(of: juliet)
        #expect(rows.map(\.id) == [ids[1], ids[2]])
        #expect(rows.allSatisfy { $0.sequence == nil && $0.state == .queued })
    }

    @Test("A failed entry says why and can be tried again")
    func retry() async throws {
        let store = try await Store.withAccount()
        let id = try await queued(store, 1)[0]
        let failed = try await store.commit(.setState(id, .failed(reason)))
        #expect(
            failed.events.first?.payload
                == #"{"entry":"e1","state":"failed","reason":"There is no connection.","reason-code":"not-connected"}"#)
        #expect(try await store.entry(id)?.content.state == .failed(reason))
        #expect(try await store.outbox(of: juliet).isEmpty)
        _ = try await store.commit(.setState(id, .queued))
        let rows = try await store.outbox(of: juliet)
        #expect(rows.map(\.recipient) == ["romeo@montague.example"])
        #expect(rows.first?.state == .queued)
    }

    @Test("An entry that is tried again goes where it went before")
    func recipient() async throws {
        let store = try await Store.withAccount()
        _ = try await store.commit(
            .send(message("x", .outgoing), to: "romeo@montague.example/orchard", sealedStanza: nil))
        let id = EntryID(number: 1)
        _ = try await store.commit(.written(id, sequence: 1), .setState(id, .onServer), .setState(id, .failed(reason)))
        _ = try await store.commit(.retry(id))
        let row = try #require(try await store.outbox(of: juliet).first)
        #expect(row.recipient == "romeo@montague.example/orchard")
        // Its id was used, so that nobody may change what it says.
        #expect(row.attempts == 1)
        #expect(try await store.commit(.cancel(id)).outcomes == [.unchanged])
    }

    @Test("A held entry stays in the outbox")
    func held() async throws {
        let store = try await Store.withAccount()
        let id = try await queued(store, 1)[0]
        _ = try await store.commit(.setState(id, .held(reason)))
        #expect(try await store.outbox(of: juliet).first?.state == .held(reason))
        #expect(try await store.commit(.setState(id, .held(reason))).outcomes == [.unchanged])
    }

    @Test("What is still to be written comes in pages, without what failed or was written")
    func unwritten() async throws {
        let store = try await Store.withAccount()
        let ids = try await queued(store, 5)
        _ = try await store.commit(.written(ids[0], sequence: 1), .setState(ids[2], .failed(reason)))
        let first = try await store.unwritten(of: juliet, after: nil, limit: 2)
        #expect(first.map(\.id) == [ids[1], ids[3]])
        let second = try await store.unwritten(of: juliet, after: ids[3], limit: 2)
        #expect(second.map(\.id) == [ids[4]])
        #expect(try await store.outboxCount(of: juliet) == 4)
        #expect(try await store.outboxCount(of: nurse) == 0)
    }

    @Test("A receipt finds the newest entry with the id, and no incoming one")
    func byMessageID() async throws {
        let store = try await Store.withAccount()
        let id = try await queued(store, 1)[0]
        _ = try await store.commit(.add(message("theirs", at: 5) { $0.messageID = "m0" }))
        let romeo = try address("romeo@montague.example")
        let moved = try await store.commit(.setStateByMessageID(juliet, peer: romeo, id: "m0", .delivered))
        #expect(moved.outcomes == [.moved(id, ConversationID(number: 1))])
        for (peer, name) in [(romeo, "unknown"), (try address("tybalt@capulet.example"), "m0")] {
            let other = try await store.commit(.setStateByMessageID(juliet, peer: peer, id: name, .displayed))
            #expect(other.outcomes == [.unchanged])
        }
        #expect(try await store.entry(id)?.content.state == .delivered)
    }

    @Test("States do not go back, and an unknown or incoming entry has none")
    func noWayBack() async throws {
        let store = try await Store.withAccount()
        let id = try await queued(store, 1)[0]
        _ = try await store.commit(.setState(id, .displayed))
        for state in [EntryState.queued, .sent, .onServer, .delivered, .displayed, .failed(reason)] {
            #expect(try await store.commit(.setState(id, state)).outcomes == [.unchanged])
        }
        let incoming = try await store.commit(.add(message("in"))).added[0]
        #expect(try await store.commit(.setState(incoming, .delivered)).outcomes == [.unchanged])
        #expect(try await store.commit(.setState(EntryID(number: 99), .sent)).outcomes == [.unchanged])
    }
}
