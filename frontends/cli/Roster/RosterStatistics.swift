import ArgumentParser
import BusAPI
import FrontendKit
import JSONText

/// `saluton roster stats`
struct RosterStatistics: Action {
    static let configuration = CommandConfiguration(commandName: "stats", abstract: "Count the contacts.")

    @OptionGroup var account: AccountOption
    @OptionGroup var common: CommonOptions

    func run(at desk: Desk) async throws {
        try desk.show(StatisticsReport(json: JSON(try await desk.account(account).roster.statistics())))
    }
}
