import Domain
import Testing

@testable import Store

@Suite("Consumers of the event log")
struct ConsumerTests {
    private func filled(_ count: Int, _ clock: TestClock) async throws -> Store {
        let store = try Store.inMemory(clock: clock.read)
        for _ in 0..<count { _ = try await store.commit(.announce(NewEvent(.presence, payload: "{}"))) }
        return store
    }

    @Test("A consumer reads on where it stopped, never twice and never with a hole")
    func follows() async throws {
        let clock = TestClock()
        let store = try await filled(5, clock)
        #expect(try await store.events(for: "phone", limit: 10) == .unknown)
        clock.set(7)
        #expect(try await store.commit(.setConsumer("phone", acknowledged: 2)).outcomes == [.done])
        let expected = EventConsumer(name: "phone", acknowledged: 2, usedAt: Timestamp(microseconds: 7))
        #expect(try await store.consumer("phone") == expected)
        guard case .events(let page) = try await store.events(for: "phone", limit: 2) else {
            Issue.record("no page")
            return
        }
        #expect(page.events.map(\.number) == [3, 4])
        clock.set(9)
        #expect(try await store.commit(.advanceConsumer("phone", acknowledged: 4)).outcomes == [.done])
        #expect(try await store.commit(.advanceConsumer("phone", acknowledged: 1)).outcomes == [.done])
        #expect(try await store.consumer("phone")?.acknowledged == 4)
        #expect(try await store.consumer("phone")?.usedAt == Timestamp(microseconds: 9))
        #expect(try await store.commit(.advanceConsumer("tablet", acknowledged: 1)).outcomes == [.unchanged])
    }

    @Test("Who stayed away too long is told so, with what is left")
    func trimmed() async throws {
        let store = try await filled(20, TestClock())
        _ = try await store.commit(.setConsumer("a", acknowledged: 9), .setConsumer("b", acknowledged: 10))
        try await store.trimEvents(keeping: 10)
        #expect(try await store.events(for: "a", limit: 10) == .trimmed(acknowledged: 9, oldest: 11, newest: 20))
        guard case .events(let page) = try await store.events(for: "b", limit: 1) else {
            Issue.record("no page")
            return
        }
        #expect(page.events.map(\.number) == [11])
    }

    @Test("Consumers are listed, moved back, removed; numbers not yet given are not acknowledged")
    func management() async throws {
        let store = try await filled(3, TestClock())
        _ = try await store.commit(
            .setConsumer("b", acknowledged: 99), .setConsumer("a", acknowledged: -1), .setConsumer("b", acknowledged: 1)
        )
        #expect(try await store.consumers().map(\.name) == ["a", "b"])
        #expect(try await store.consumers().map(\.acknowledged) == [0, 1])
        _ = try await store.commit(.advanceConsumer("b", acknowledged: .max))
        #expect(try await store.consumer("b")?.acknowledged == 3)
        #expect(try await store.commit(.removeConsumer("b"), .removeConsumer("b")).outcomes == [.done, .unchanged])
        #expect(try await store.consumers().count == 1)
    }

    @Test("A name has a shape, and there are so many at most")
    func bounds() async throws {
        let store = try await filled(1, TestClock())
        for name in ["", "a b", "ä", String(repeating: "x", count: 65)] {
            #expect(try await store.commit(.setConsumer(name, acknowledged: 0)).outcomes == [.unchanged])
        }
        let many = Batch((0..<Store.consumerBound).map { .setConsumer("c\($0)", acknowledged: 0) })
        _ = try await store.commit(many)
        let last = try await store.commit(.setConsumer("more", acknowledged: 0), .setConsumer("c1", acknowledged: 1))
        #expect(last.outcomes == [.unchanged, .done])
    }
}
