import Domain
import Store
import Synchronization
import TestSupport
import Testing

@testable import Backend

@Suite("How much of the event log is kept")
struct EventTrimmingTests {
    private static let day: Int64 = 86_400 * 1_000_000

    /// A house whose log has so many events, each of them so many days old.
    private func house(_ ages: [Int64]) async throws -> House {
        let moving = DaysBack()
        let store = try Store.inMemory(clock: { House.moment.advanced(byMicroseconds: -moving.days * Self.day) })
        let house = try House(store: store)
        for (number, days) in ages.enumerated() {
            moving.set(days)
            _ = try await store.commit(Batch([.setSetting("a", "\(number)")]))
        }
        moving.set(0)
        return house
    }

    private func numbers(_ house: House) async throws -> [Int64] {
        try await house.backend.events(since: 0, limit: 500, account: nil).events.map(\.number)
    }

    @Test("Some time after the start, and then every hour, what is too old goes")
    func hourly() async throws {
        let house = try await house([200, 91, 89, 1])
        #expect(try await house.backend.eventLimits() == EventLimits(days: 90, events: 1_000_000))
        try await withThrowingTaskGroup { group in
            group.addTask { await house.backend.keepEventsTrimmed() }
            await house.clock.alarm(at: .seconds(300))
            #expect(try await numbers(house) == [1, 2, 3, 4])
            house.clock.advance(by: .seconds(300))
            await house.clock.alarm(at: .seconds(3_900))
            #expect(try await numbers(house) == [3, 4])
            _ = try await house.store.commit(Batch([.setSetting(EventLimits.daysSetting, "10")]))
            house.clock.advance(by: .seconds(3_600))
            await house.clock.alarm(at: .seconds(7_500))
            #expect(try await numbers(house) == [4, 5])
            group.cancelAll()
        }
    }

    @Test(
        "New limits hold at once",
        arguments: [
            (EventLimits(days: 0, events: 0), [1, 2, 3, 4, 5, 6]), (EventLimits(days: 90, events: 0), [3, 4, 5, 6]),
            (EventLimits(days: 0, events: 3), [4, 5, 6]), (EventLimits(days: 90, events: 1), [6]),
            (EventLimits(days: 1, events: 100), [5, 6]),
        ])
    func limits(limits: EventLimits, left: [Int64]) async throws {
        // Two more come with the settings themselves.
        let house = try await house([200, 91, 89, 2])
        try await house.backend.setEventLimits(limits)
        #expect(try await numbers(house) == left)
        #expect(try await house.backend.eventLimits() == limits)
    }

    @Test("What is no number does not count", arguments: ["", "x", "-1", "4294967296"])
    func nonsense(value: String) {
        let names = [EventLimits.daysSetting, EventLimits.eventsSetting]
        #expect(EventLimits(settings: [names[0]: value, names[1]: value]) == EventLimits())
        #expect(EventLimits(settings: [names[0]: "0", names[1]: "7"]) == EventLimits(days: 0, events: 7))
    }
}

/// How many days back the store's clock is.
private final class DaysBack: Sendable {
    private let value = Mutex<Int64>(0)

    var days: Int64 { value.withLock { $0 } }

    func set(_ days: Int64) { value.withLock { $0 = days } }
}
