import Domain
import Testing

@testable import Store

@Suite("The outbox, as the user and the archive see it")
struct QueueTests {
    private func sent(_ store: Store) async throws -> EntryID {
        try await store.sendEntry(
            message("hi", .outgoing) {
                $0.messageID = "m1"
                $0.originID = "o1"
            })
    }

    @Test("What was never written can be cancelled, and queued again")
    func cancel() async throws {
        let store = try await Store.withAccount()
        let id = try await sent(store)
        #expect(try await store.commit(.cancel(id)).outcomes == [.moved(id, ConversationID(number: 1))])
        #expect(try await store.entry(id)?.content.state == .failed(.cancelled))
        #expect(try await store.outbox(of: juliet).isEmpty)
        #expect(try await store.commit(.cancel(id)).outcomes == [.unchanged])
        _ = try await store.commit(.retry(id), .written(id, sequence: 1))
        #expect(try await store.commit(.cancel(id)).outcomes == [.unchanged])
        _ = try await store.commit(.requeue(juliet))
        #expect(try await store.commit(.cancel(id)).outcomes == [.unchanged])
    }

    @Test(
        "What was written when the stream was lost waits for the archive, which knows it or not",
        arguments: [true, false])
    func archive(isThere: Bool) async throws {
        let store = try await Store.withAccount()
        let id = try await sent(store)
        let other = try await store.sendEntry(message("second", at: 2, .outgoing))
        _ = try await store.commit(.written(id, sequence: 1), .awaitArchive(juliet))
        let rows = try await store.outbox(of: juliet)
        #expect(rows.map(\.state) == [.held(.archiveCheck), .queued])
        #expect(rows.map(\.sequence) == [nil, nil])
        // What comes later in the conversation does not overtake it.
        #expect(try await store.unwritten(of: juliet, after: nil, limit: 9).isEmpty)
        let reference = StanzaReference(id: "s1", by: "juliet@capulet.example")
        let romeo = try address("romeo@montague.example")
        if isThere {
            _ = try await store.commit(.found(juliet, peer: romeo, id: "o1", reference))
            #expect(try await store.entry(id)?.content.state == .onServer)
            #expect(try await store.entry(id)?.content.stanzaIDs == [reference])
            #expect(try await store.outbox(of: juliet).map(\.id) == [other])
        } else {
            #expect(try await store.commit(.found(juliet, peer: romeo, id: "x", reference)).outcomes == [.unchanged])
            _ = try await store.commit(.retry(id))
            #expect(try await store.unwritten(of: juliet, after: nil, limit: 9).map(\.id) == [id, other])
        }
    }

    @Test("A page of the archive with the own message says the same")
    func page() async throws {
        let store = try await Store.withAccount()
        let id = try await sent(store)
        _ = try await store.commit(.written(id, sequence: 1), .awaitArchive(juliet))
        var copy = try message("hi", .outgoing, twin: .byArchiveOrSender) {
            $0.messageID = "m1"
            $0.originID = "o1"
            $0.stanzaIDs = [.init(id: "s1", by: "juliet@capulet.example")]
        }
        copy.origin = .archive
        #expect(try await store.commit(.add(copy)).outcomes == [.duplicate(id, ConversationID(number: 1))])
        #expect(try await store.entry(id)?.content.state == .onServer)
    }
}
