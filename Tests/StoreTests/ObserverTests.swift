import Domain
import Synchronization
import Testing
import XMPPAddresses

@testable import Store

@Suite("The observer")
struct ObserverTests {
    private final class Record: Sendable {
        private let told = Mutex<[Int64]>([])

        var numbers: [Int64] { told.withLock { $0 } }

        func note(_ committed: Committed) {
            told.withLock { $0 += committed.events.map(\.number) }
        }
    }

    @Test("Every committed batch is told in the order of numbers, before the caller has it; failures are not")
    func told() async throws {
        let store = try await Store.withAccount()
        let told = Record()
        store.observe { told.note($0) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<50 {
                group.addTask {
                    let committed = try await store.commit(.add(message("\(number)", at: Int64(number))))
                    let last = committed.events.last?.number ?? 0
                    #expect(told.numbers.contains(last))
                }
                group.addTask {
                    await #expect(throws: StoreError.self) { try await store.commit(.setHandled(nurse, 1)) }
                }
            }
            try await group.waitForAll()
        }
        #expect(told.numbers == Array(2...102))
    }

    @Test("A batch names the conversations it opened, and a failed one none")
    func opened() async throws {
        let store = try await Store.withAccount()
        let results = store.commitGroup([
            Batch([.add(try message("x", peer: "a@b")), .setHandled(nurse, 1)]),
            Batch([.add(try message("y", peer: "c@d")), .add(try message("z", peer: "c@d"))]),
        ])
        #expect(throws: StoreError.self) { try results[0].get() }
        #expect(try results[1].get().opened.map(\.peer.description) == ["c@d"])
        #expect(try await store.commit(.add(message("w", peer: "c@d"))).opened.isEmpty)
    }
}
