import ArgumentParser
import BusAPI
import DBusWire
import FrontendKit
import JSONText

/// `saluton roster add`
struct RosterAdd: Action {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Put somebody into the roster and ask to see their presence.")

    @Argument(help: "Whom.")
    var jid: String

    @Option(help: "The name to show.")
    var name: String?

    @Option(help: "A group; may be repeated.")
    var group: [String] = []

    @Option(help: "A text that goes with the request.")
    var message: String?

    @Flag(help: "Do not ask to see their presence.")
    var noSubscribe = false

    @Flag(help: "Do not let them see ours without asking.")
    var noApprove = false

    @OptionGroup var account: AccountOption
    @OptionGroup var common: CommonOptions

    func validate() throws {
        if noSubscribe && message != nil { throw ValidationError("Without a request there is no text for it.") }
    }

    func run(at desk: Desk) async throws {
        var options: Fields = [:]
        options.set("name", name)
        if !group.isEmpty { options.set("groups", group) }
        options.set("message", message)
        if noSubscribe { options.set("subscribe", false) }
        if noApprove { options.set("approve", false) }
        try await desk.account(account).roster.add(jid: jid, options: options)
        let asked = noSubscribe ? "." : ", and asked to see their presence."
        try desk.show(Done("\(RemoteText(jid).printable) added\(asked)", ["jid": .string(jid)]))
    }
}
