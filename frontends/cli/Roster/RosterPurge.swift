import ArgumentParser
import DBusWire
import FrontendKit

/// `saluton roster purge`
struct RosterPurge: Action {
    static let configuration = CommandConfiguration(
        commandName: "purge", abstract: "Remove contacts in bulk: those without any subscription.")

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
        let account = try await desk.account(account)
        let candidates = dryRun || !yes ? try await account.purge(options: options(isDryRun: true)) : []
        if dryRun || (candidates.isEmpty && !yes) {
            return try desk.show(PurgeReport(jids: candidates, isDryRun: true))
        }
        let count = candidates.count == 1 ? "1 contact" : "\(candidates.count) contacts"
        try desk.confirm("Remove \(count) for good?", isConfirmed: yes)
        let removed = try await account.purge(options: options(isDryRun: false))
        try desk.show(PurgeReport(jids: removed, isDryRun: false))
    }

    private func options(isDryRun: Bool) -> [Value.Field] {
        var options = [Value.Field("dry-run", .bool(isDryRun))]
        if noFrom { options.append(Value.Field("no-from", .bool(true))) }
        if noTo { options.append(Value.Field("no-to", .bool(true))) }
        if let group { options.append(Value.Field("group", .string(group))) }
        return options
    }
}
