import Foundation
import TestSupport
import Testing

extension Journeys {
    /// What networks do to a stream.
    struct LinkTests {
        @Test("The line is cut amid stanzas, both ways: nothing lost, nothing doubled, the order kept")
        func cut() async throws {
            let exchange = try await Exchange()
            let rounds = ProcessInfo.processInfo.environment["SALUTON_KILLS"].flatMap(Int.init) ?? 8
            let link = exchange.link
            let chance = SharedChance(seed: 7)
            try await exchange.live(rounds: rounds) { _ in link.cut(after: chance.number(below: 3_000)) }
            link.mend()
            #expect(link.connections > 2)
            try await exchange.reckon()
        }

        @Test("A slow line is no fault: the session goes on, in order")
        func slow() async throws {
            let exchange = try await Exchange()
            let link = exchange.link
            try await exchange.live(rounds: 2) { _ in link.setDelay(seconds: 0.2) }
            link.setDelay(seconds: 0)
            try await exchange.reckon()
        }

        @Test("A line that falls silent without an end is found out; what was on it arrives once")
        func halfOpen() async throws {
            let exchange = try await Exchange()
            let link = exchange.link
            try await exchange.live(rounds: 1, within: .seconds(90)) { _ in link.fallSilent() }
            link.cut()
            try await exchange.reckon()
        }

        @Test("The clock jumps by days, both ways: the session stays, nothing is lost or doubled", arguments: [3, -3])
        func clock(days: Int) async throws {
            let clock = try WrongClock()
            let exchange = try await Exchange(extra: clock.environment)
            let link = exchange.link
            try await exchange.live(rounds: 2) { round in if round == 1 { try clock.jump(days: days) } }
            try clock.jump(days: 0)
            #expect(link.connections == 2, "one for each life of the daemon")
            // What is said at last has the right time, and stands before or behind what has another.
            try await exchange.reckon(isOrdered: false)
        }
    }
}
