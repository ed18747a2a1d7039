import ArgumentParser
import BusAPI
import FrontendKit

/// `saluton events consumers`
struct EventsConsumers: Action {
    static let configuration = CommandConfiguration(
        commandName: "consumers", abstract: "List the named consumers, and how far behind each is.")

    @OptionGroup var common: CommonOptions

    func run(at desk: Desk) async throws {
        try desk.show(ConsumersReport(consumers: try await desk.daemon().consumers()))
    }
}
