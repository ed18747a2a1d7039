import ArgumentParser
import BusAPI
import FrontendKit
import JSONText

/// `saluton account remove`
struct AccountRemove: Action {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Delete an account here, with its history and its secrets.",
        discussion: "The account on the server stays.")

    @Argument(help: "Address or id.")
    var name: String

    @Flag(help: "Do not ask.")
    var yes = false

    @OptionGroup var common: CommonOptions

    func run(at desk: Desk) async throws {
        let daemon = try await desk.daemon()
        let account = try await daemon.account(name)
        let jid = try await account.facts().jid.printable
        try desk.confirm("Delete \(jid) with its history?", isConfirmed: yes)
        try await daemon.manager.removeAccount(account: account.path, options: [:])
        try desk.show(Done("\(jid) removed.", ["jid": .string(jid)]))
    }
}
