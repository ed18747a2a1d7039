import Foundation
import Glibc
import TestSupport
import Testing

extension Journeys {
    struct ServerKillTests {
        @Test("The server is killed amid an exchange and comes back: nothing lost, nothing doubled")
        func anyMoment() async throws {
            let exchange = try await Exchange()
            let rounds = ProcessInfo.processInfo.environment["SALUTON_KILLS"].flatMap(Int.init) ?? 4
            let server = exchange.server
            let chance = SharedChance(seed: 11)
            try await exchange.live(rounds: rounds) { _ in
                try await ContinuousClock().sleep(for: .milliseconds(chance.number(below: 200)))
                server.stop(SIGKILL)
                try server.start()
            }
            try await exchange.reckon()
        }
    }
}
