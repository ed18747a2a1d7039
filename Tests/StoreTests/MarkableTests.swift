import Domain
import Testing

@testable import Store

@Suite("Entries whose authors want to hear that they were seen")
struct MarkableTests {
    private let place = ConversationID(number: 1)

    private func store(_ wishes: [Bool], _ direction: EntryDirection = .incoming) async throws -> Store {
        let store = try await Store.withAccount()
        for (index, wish) in wishes.enumerated() {
            _ = try await store.addEntry(
                message("\(index)", at: Int64(index + 1), direction) { $0.isMarkable = wish })
        }
        return store
    }

    private func found(_ store: Store, upTo number: Int64, in place: ConversationID? = nil) async throws -> Int64? {
        try await store.lastMarkable(in: place ?? self.place, upTo: EntryID(number: number))?.id.number
    }

    @Test("The newest one no newer than a place is found", arguments: [(1, 1), (2, 1), (3, 3), (4, 3)])
    func newest(upTo: Int64, expected: Int64) async throws {
        let store = try await store([true, false, true, false, true])
        #expect(try await found(store, upTo: upTo) == expected)
        #expect(try await store.entry(EntryID(number: expected))?.content.isMarkable == true)
    }

    @Test("None of ours, none of another conversation, and none very far back")
    func none() async throws {
        #expect(try await found(store([true], .outgoing), upTo: 1) == nil)
        let other = try await store([true])
        #expect(try await found(other, upTo: 1, in: ConversationID(number: 2)) == nil)
        #expect(try await found(other, upTo: 99) == nil)
        let bound = Int(Store.markableBound)
        let long = try await store([true] + Array(repeating: false, count: bound))
        #expect(try await found(long, upTo: Int64(bound)) == 1)
        #expect(try await found(long, upTo: Int64(bound + 1)) == nil)
    }
}
