import ArgumentParser
import BusAPI
import FrontendKit

/// `saluton events show`, and `saluton events` without a word behind it.
struct EventsShow: Action {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show the log, and go on as things happen.",
        discussion: """
            Each event is one line, with --json one object.  To go on where you left off:
              the last number you saw, --since 4711
              a name under which the daemon keeps your place, --consumer pager
            """)

    @Option(
        help: ArgumentHelp(
            "Events after this number, 0 for all that are kept; with --consumer, where a new one begins.",
            valueName: "number"))
    var since: UInt64?

    @Flag(help: "Go on as things happen; without --since only with what is still to come.")
    var follow = false

    @Option(
        help: ArgumentHelp(
            "What this consumer has not had yet: each event once, whoever ends in between.",
            valueName: "name"))
    var consumer: String?

    @Flag(help: "With --consumer: go on behind events that were trimmed before the consumer had them.")
    var skipLost = false

    @OptionGroup var account: AccountOption
    @OptionGroup var common: CommonOptions

    func validate() throws {
        if consumer != nil && account.account != nil {
            throw ValidationError("A consumer gets the events of all accounts: --account cannot be given.")
        }
        if skipLost && consumer == nil { throw ValidationError("--skip-lost belongs to --consumer.") }
    }

    func run(at desk: Desk) async throws {
        if let consumer {
            return try await ConsumerRun(
                name: consumer, since: since, isFollowing: follow, skipsLost: skipLost, desk: desk
            ).run()
        }
        let daemon = try await desk.daemon()
        let id = try await account.account.nonEmpty { try await daemon.account($0).facts().id }
        var feed =
            follow
            ? try await daemon.followEvents(after: since, account: id) : daemon.events(after: since ?? 0, account: id)
        var last = since ?? 0
        do {
            while let element = try await feed.next() {
                switch element {
                case .events(let events):
                    try desk.show(all: events.map { EventReport(event: $0) })
                    last = events.last?.number ?? last
                case .trimmed(let numbers):
                    desk.complain("saluton: events \(numbers.lowerBound)–\(numbers.upperBound) are not kept any more")
                }
            }
        } catch let error as BusError where Failure.isGone(error) {
            throw Failure(
                .noDaemon, name: "DaemonGone", "The daemon or the bus went away.",
                action: "To go on: saluton events --since \(last) --follow")
        }
    }
}

extension String? {
    /// The result of the work for a text that is there and not empty.
    fileprivate func nonEmpty<Result>(_ work: (String) async throws -> Result) async rethrows -> Result? {
        guard let self, !self.isEmpty else { return nil }
        return try await work(self)
    }
}
