import ArgumentParser
import BusAPI
import DBusWire
import FrontendKit
import JSONText

/// `saluton account set`
struct AccountSet: Action {
    static let configuration = CommandConfiguration(
        commandName: "set", abstract: "Change settings of an account: all of them or none.")

    /// What can be put back to its default.
    enum Removable: String, CaseIterable, ExpressibleByArgument {
        case host, port, tls, ca, proxy, resource, nick
        case proxyUser = "proxy-user"
        case passwordCommand = "password-command"
        case certificate

        /// The setting with the value that removes it.
        var field: Value.Field {
            switch self {
            case .port: Value.Field("port", .uint16(0))
            case .ca: Value.Field("authority-file", .string(""))
            default: Value.Field(rawValue, .string(""))
            }
        }
    }

    @OptionGroup var which: AccountArgument
    @OptionGroup(title: "Password") var password: PasswordOptions
    @OptionGroup(title: "Settings") var settings: SettingOptions

    @Flag(help: "Ask for a new password.")
    var askPassword = false

    @Option(help: ArgumentHelp("Put a setting back to its default; may be repeated.", valueName: "setting"))
    var unset: [Removable] = []

    @OptionGroup var common: CommonOptions

    func validate() throws {
        if askPassword && (password.passwordStdin || password.passwordCommand != nil) {
            throw ValidationError("Only one way to a password can be given.")
        }
        if changes.entries.isEmpty && !askPassword && !password.passwordStdin {
            throw ValidationError("There is nothing to change.  What can be: saluton account set --help")
        }
    }

    private var changes: Fields {
        var fields = settings.fields(readingFrom: FileText.path)
        fields.merge(password.fields(readingFrom: FileText.path))
        fields.merge(Fields(unset.map(\.field)))
        return fields
    }

    func run(at desk: Desk) async throws {
        let account = try await which.account(at: desk)
        var fields = changes
        if askPassword || password.passwordStdin {
            let jid = which.name ?? which.option.account ?? "the account"
            let text = try desk.password(for: jid, fromStandardInput: password.passwordStdin)
            fields.set("password", text)
        }
        let later = try await account.account.set(settings: fields, options: [:])
        let names = later.map { RemoteText($0).printable }.joined(separator: ", ")
        let sentence = later.isEmpty ? "Changed." : "Changed; from the next connection on: \(names)."
        try desk.show(Done(sentence, ["reconnect": .array(later.map(JSON.string))]))
    }
}
