import Foundation
import TestSupport
import Testing

extension Journeys {
    /// `make faults` runs the long version.
    struct KillTests {
        @Test("Killed at moments of chance in an exchange: nothing lost, nothing doubled, the order kept")
        func anyMoment() async throws {
            let rounds = ProcessInfo.processInfo.environment["SALUTON_KILLS"].flatMap(Int.init) ?? 12
            let exchange = try await Exchange()
            var chance = SeededGenerator(seed: 20_261_121)
            for _ in 0..<rounds {
                try await exchange.round(.after(.milliseconds(Int.random(in: 0..<500, using: &chance))))
            }
            try await exchange.reckon()
        }

        @Test(
            "Killed as it enters a call that writes: nothing lost, nothing doubled",
            arguments: ["pwrite64", "fdatasync", "fsync", "write", "sendmsg"])
        func writeBoundaries(_ call: String) async throws {
            let exchange = try await Exchange()
            let all = ProcessInfo.processInfo.environment["SALUTON_KILLS"] == nil ? [1, 3, 8] : Array(1...120)
            for nth in all { try await exchange.round(.entering(call, nth: nth)) }
            try await exchange.reckon()
        }
    }
}
