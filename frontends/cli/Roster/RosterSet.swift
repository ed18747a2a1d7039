import ArgumentParser
import BusAPI
import DBusWire
import FrontendKit
import JSONText

/// `saluton roster set`
struct RosterSet: Action {
    static let configuration = CommandConfiguration(
        commandName: "set", abstract: "Change the name or the groups of a contact.")

    @Argument(help: "Whose.")
    var jid: String

    @Option(help: "The name to show; empty removes it.")
    var name: String?

    @Option(help: "A group; may be repeated: together they are the whole new set.")
    var group: [String] = []

    @Flag(help: "Take the contact out of all groups.")
    var noGroups = false

    @OptionGroup var account: AccountOption
    @OptionGroup var common: CommonOptions

    func validate() throws {
        if noGroups && !group.isEmpty { throw ValidationError("Only one of --group and --no-groups can be given.") }
        if name == nil && group.isEmpty && !noGroups {
            throw ValidationError("There is nothing to change: give --name, --group or --no-groups.")
        }
    }

    func run(at desk: Desk) async throws {
        var options: Fields = [:]
        options.set("name", name)
        if noGroups || !group.isEmpty { options.set("groups", group) }
        try await desk.account(account).roster.set(jid: jid, options: options)
        try desk.show(Done("\(RemoteText(jid).printable) changed.", ["jid": .string(jid)]))
    }
}
