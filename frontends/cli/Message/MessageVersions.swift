import ArgumentParser
import BusAPI
import FrontendKit
import JSONText

/// `saluton message versions`
struct MessageVersions: Action {
    static let configuration = CommandConfiguration(
        commandName: "versions", abstract: "Show what a message read before it was corrected, oldest first.")

    @OptionGroup var which: EntryArgument
    @OptionGroup var common: CommonOptions

    func run(at desk: Desk) async throws {
        let (conversation, entry) = try await which.find(at: desk)
        let versions = try await conversation.versions(entry: entry.id)
        try desk.show(VersionsReport(entry: entry, versions: versions.map { VersionShape(JSON($0)) }))
    }
}
