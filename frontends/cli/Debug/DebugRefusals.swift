import ArgumentParser
import BusAPI
import FrontendKit

/// `saluton debug refusals`
struct DebugRefusals: Action {
    static let configuration = CommandConfiguration(
        commandName: "refusals", abstract: "Count what was refused since the daemon started, and by which rule.")

    @OptionGroup var common: CommonOptions

    func run(at desk: Desk) async throws {
        let refusals = try await desk.daemon().manager.refusals()
        try desk.show(
            RefusalsReport(
                refusals: refusals.map {
                    RefusalsReport.Refusal(code: $0.values.0, section: $0.values.1, count: $0.values.2)
                }))
    }
}
