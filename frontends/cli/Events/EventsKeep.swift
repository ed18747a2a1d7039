import ArgumentParser
import BusAPI
import FrontendKit

/// `saluton events keep`
struct EventsKeep: Action {
    static let configuration = CommandConfiguration(
        commandName: "keep", abstract: "Show or change how much of the log is kept.",
        discussion: "Only the log is trimmed; messages and contacts stay.  What is too much goes at once, then hourly.")

    @Option(help: ArgumentHelp("Trim events that are older; 0: however old.", valueName: "number"))
    var days: UInt32?

    @Option(help: ArgumentHelp("Keep at most so many, the newest; 0: however many.", valueName: "number"))
    var count: UInt32?

    @OptionGroup var common: CommonOptions

    func run(at desk: Desk) async throws {
        let daemon = try await desk.daemon()
        try await daemon.setEventLimits(days: days, events: count)
        let limits = try await daemon.eventLimits()
        try desk.show(EventLimitsReport(days: limits.days, events: limits.events))
    }
}
