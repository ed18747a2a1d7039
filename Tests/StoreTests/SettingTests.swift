import Domain
import Testing

@testable import Store

@Suite("Settings and capabilities")
struct SettingTests {
    @Test("A setting is kept, changed and removed, and announced each time")
    func settings() async throws {
        let store = try Store.inMemory(clock: TestClock().read)
        #expect(try await store.commit(.setSetting("a", "1")).events.map(\.payload) == [#"{"name":"a","value":"1"}"#])
        #expect(try await store.commit(.setSetting("a", "1")).outcomes == [.unchanged])
        #expect(try await store.commit(.setSetting("a", "2"), .setSetting("b", "")).events.count == 2)
        #expect(try await store.settings() == ["a": "2", "b": ""])
        #expect(try await store.setting("a") == "2")
        #expect(try await store.commit(.setSetting("a", nil)).events.map(\.payload) == [#"{"name":"a"}"#])
        #expect(try await store.setting("a") == nil)
        #expect(try await store.commit(.setSetting("a", nil)).outcomes == [.unchanged])
    }

    @Test("What the daemon notes for itself is kept, and announced to nobody")
    func notes() async throws {
        let store = try Store.inMemory(clock: TestClock().read)
        let committed = try await store.commit(.setSetting(".note", "1"))
        #expect(committed.outcomes == [.done] && committed.events.isEmpty)
        #expect(try await store.setting(".note") == "1")
    }

    @Test("Capabilities are kept, the most recent thousand")
    func capabilities() async throws {
        let clock = TestClock()
        let store = try Store.inMemory(clock: clock.read)
        for number in 0...Store.capabilityBound {
            clock.set(number)
            _ = try await store.commit(.setCapability(hash: "h\(number)", info: "i\(number)"))
        }
        #expect(try await store.capability(hash: "h0") == nil)
        #expect(try await store.capability(hash: "h1") == "i1")
        #expect(try await store.capability(hash: "h\(Store.capabilityBound)") == "i\(Store.capabilityBound)")
    }
}
