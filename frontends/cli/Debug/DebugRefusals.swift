import ArgumentParser
import FrontendKit

/// `saluton debug refusals`
struct DebugRefusals: Action {
    static let configuration = CommandConfiguration(
        commandName: "refusals", abstract: "Count what was refused since the daemon started, and by which rule.")

    @OptionGroup var common: CommonOptions

    func run(at desk: Desk) async throws {
        let refusals = try await desk.daemon().refusals()
        try desk.show(
            RefusalsReport(
                refusals: refusals.map { RefusalsReport.Refusal(code: $0.code, section: $0.section, count: $0.count) }))
    }
}
