import ArgumentParser
import BusAPI
import DBusWire
import FrontendKit

/// `saluton roster purge`
struct RosterPurge: Action {
    static let configuration = CommandConfiguration(
        commandName: "purge", abstract: "Remove contacts in bulk: those without any subscription.",
        discussion: "With --no-from or --no-to others are meant; try it with --dry-run first.")

    @Flag(help: "Only say who would be removed.")
    var dryRun = false

    @Flag(help: "Those who may not see us.")
    var noFrom = false

    @Flag(help: "Those whom we may not see.")
    var noTo = false

    @Option(help: "Only in this group.")
    var group: String?

    @Flag(help: "Do not ask.")
    var yes = false

    @OptionGroup var account: AccountOption
    @OptionGroup var common: CommonOptions

    func run(at desk: Desk) async throws {
        var purger = try await desk.account(account).roster
        purger.timeout = .seconds(600)  // one round trip to the server for each contact
        let candidates = dryRun || !yes ? try await purger.purge(options: options(isDryRun: true)) : []
        if dryRun || (candidates.isEmpty && !yes) {
            return try desk.show(PurgeReport(jids: candidates, isDryRun: true))
        }
        let count = candidates.count == 1 ? "1 contact" : "\(candidates.count) contacts"
        try desk.confirm("Remove \(count) for good?", isConfirmed: yes)
        let removed = try await purger.purge(options: options(isDryRun: false))
        try desk.show(PurgeReport(jids: removed, isDryRun: false))
    }

    private func options(isDryRun: Bool) -> Fields {
        var options: Fields = ["dry-run": .bool(isDryRun)]
        if noFrom { options.set("no-from", true) }
        if noTo { options.set("no-to", true) }
        options.set("group", group)
        return options
    }
}
