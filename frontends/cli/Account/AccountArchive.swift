import ArgumentParser
import BusAPI
import DBusWire
import FrontendKit
import JSONText

/// `saluton account archive`
struct AccountArchive: Action {
    /// What the server is to keep of messages with those who are in no list.
    enum Rule: String, CaseIterable, ExpressibleByArgument { case always, never, roster }

    static let configuration = CommandConfiguration(
        commandName: "archive", abstract: "Show or change what the server keeps of an account's messages.",
        discussion: "Addresses that are not in a list follow what is given with --keep; \"roster\" keeps messages with "
            + "contacts.  A change replaces both lists.")

    @OptionGroup var which: AccountArgument

    @Option(help: "What the server is to keep.")
    var keep: Rule?

    @Option(help: ArgumentHelp("Keep messages with this address; may be repeated.", valueName: "jid"))
    var always: [String] = []

    @Option(help: ArgumentHelp("Keep no messages with this address; may be repeated.", valueName: "jid"))
    var never: [String] = []

    @OptionGroup var common: CommonOptions

    func validate() throws {
        guard keep != nil || always.isEmpty && never.isEmpty else {
            throw ValidationError("--always and --never go with --keep, since a change replaces everything.")
        }
    }

    func run(at desk: Desk) async throws {
        let account = try await which.account(at: desk)
        let preferences: Fields
        if let keep {
            var wish: Fields = ["default": .string(keep.rawValue)]
            wish.set("always", always)
            wish.set("never", never)
            preferences = try await account.account.setArchivePreferences(preferences: wish)
        } else {
            preferences = try await account.account.archivePreferences()
        }
        try desk.show(ArchivePreferencesReport(json: JSON(preferences)))
    }
}
