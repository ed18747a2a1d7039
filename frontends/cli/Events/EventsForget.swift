import ArgumentParser
import BusAPI
import FrontendKit
import JSONText

/// `saluton events forget`
struct EventsForget: Action {
    static let configuration = CommandConfiguration(
        commandName: "forget", abstract: "Remove a named consumer and its place in the log.")

    @Argument(help: "Its name.")
    var name: String

    @OptionGroup var common: CommonOptions

    func run(at desk: Desk) async throws {
        try await desk.daemon().forgetConsumer(name)
        try desk.show(Done("\(RemoteText(name).printable) forgotten.", ["name": .string(name)]))
    }
}
