import ArgumentParser
import BusAPI
import FrontendKit
import JSONText

/// `saluton presence get`
struct PresenceGet: Action {
    static let configuration = CommandConfiguration(
        commandName: "get", abstract: "Show what contacts see of us, or what we see of one.")

    @Argument(help: "A contact; without it our own.")
    var jid: String?

    @OptionGroup var account: AccountOption
    @OptionGroup var common: CommonOptions

    func run(at desk: Desk) async throws {
        let account = try await desk.account(account)
        if let jid {
            try desk.show(ContactPresenceReport(contact: ContactShape(JSON(try await account.roster.get(jid: jid)))))
        } else {
            try desk.show(OwnPresenceReport(account: try await account.facts()))
        }
    }
}
