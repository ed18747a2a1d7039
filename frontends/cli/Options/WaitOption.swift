import ArgumentParser
import FrontendKit

/// Waiting until an account is online.
struct WaitOption: ParsableArguments {
    @Flag(help: "Wait until it is online or has failed.")
    var wait = false

    @OptionGroup var limit: TimeoutOption

    /// The account once it is online.
    func online(_ account: AccountHandle) async throws -> AccountShape {
        let settled = try await Deadline(.seconds(Int64(limit.timeout))).run {
            var changes = try await account.changes()
            var facts = try await changes.next()
            while facts.state != .online, !facts.state.isAtRest { facts = try await changes.next() }
            return facts
        }
        guard let settled else {
            let facts = try await account.facts()
            let why = facts.problem.map { ": " + $0.summary } ?? "."
            throw Failure(
                .timeout, name: "Timeout",
                "\(facts.jid.printable) is not online after \(limit.timeout) seconds\(why)",
                action: "The daemon goes on trying; follow it: saluton account status --watch")
        }
        guard settled.state != .online else { return settled }
        let problem = settled.problem
        throw Failure(
            .notConnected, name: "NotConnected",
            "\(settled.jid.printable) is \(settled.state.name)" + (problem.map { ": " + $0.summary } ?? "."),
            action: problem?.action?.printable ?? Advice.action(for: "NotConnected"))
    }
}
