import ArgumentParser
import BusAPI
import FrontendKit
import JSONText

/// `saluton roster remove`
struct RosterRemove: Action {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Take a contact out of the roster and end both subscriptions.")

    @Argument(help: "Whom.")
    var jid: String

    @OptionGroup var account: AccountOption
    @OptionGroup var common: CommonOptions

    func run(at desk: Desk) async throws {
        try await desk.account(account).roster.remove(jid: jid, options: [:])
        try desk.show(Done("\(RemoteText(jid).printable) removed.", ["jid": .string(jid)]))
    }
}
