import ArgumentParser
import BusAPI
import DBusWire
import FrontendKit
import JSONText

/// `saluton account add`
struct AccountAdd: Action {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Add an account and connect it.",
        discussion: """
            On a terminal saluton asks for the password.  In scripts:
              pass show xmpp | saluton account add juliet@example.org --password-stdin
            """)

    @Argument(help: "The account's address, as juliet@example.org.")
    var jid: String

    @OptionGroup(title: "Password") var password: PasswordOptions
    @OptionGroup(title: "Settings") var settings: SettingOptions

    @Flag(help: "Only store the account; do not connect it.")
    var noEnable = false

    @OptionGroup var waiting: WaitOption
    @OptionGroup var common: CommonOptions

    func validate() throws {
        if noEnable && waiting.wait { throw ValidationError("With --no-enable there is nothing to wait for.") }
    }

    func run(at desk: Desk) async throws {
        var fields = settings.fields(readingFrom: FileText.path)
        fields.merge(password.fields(readingFrom: FileText.path))
        if password.needsPassword {
            let text = try desk.password(for: jid, fromStandardInput: password.passwordStdin)
            fields.set("password", text)
        }
        let account = try await desk.daemon().addAccount(jid, settings: fields, isEnabled: !noEnable)
        let facts = waiting.wait ? try await waiting.online(account) : try await account.facts()
        let address = facts.jid.printable
        try desk.show(
            Done(
                noEnable ? "\(address) added." : "\(address) added: \(RemoteText(facts.state.name).printable).",
                facts.json))
    }
}
