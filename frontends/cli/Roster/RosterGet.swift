import ArgumentParser
import BusAPI
import DBusWire
import FrontendKit
import JSONText

/// `saluton roster get`
struct RosterGet: Action {
    /// States of a subscription (RFC 6121 §2.1.2.5).
    enum Subscription: String, CaseIterable, ExpressibleByArgument {
        case none, to, from, both
    }

    static let configuration = CommandConfiguration(
        commandName: "get", abstract: "List the contacts, or show one with all its clients.")

    @Argument(help: "Only this contact.")
    var jid: String?

    @Option(help: "Only contacts of this group.")
    var group: String?

    @Option(help: "Only contacts with this subscription.")
    var subscription: Subscription?

    @Flag(help: "Only contacts that are online.")
    var online = false

    @OptionGroup var account: AccountOption
    @OptionGroup var common: CommonOptions

    func validate() throws {
        if jid != nil && (group != nil || subscription != nil || online) {
            throw ValidationError("An address stands alone: it is one contact.")
        }
    }

    func run(at desk: Desk) async throws {
        let account = try await desk.account(account)
        if let jid {
            return try desk.show(ContactReport(contact: ContactShape(JSON(try await account.roster.get(jid: jid)))))
        }
        var options: Fields = [:]
        options.set("group", group)
        options.set("subscription", subscription?.rawValue)
        if online { options.set("offline", false) }
        var contacts: [ContactShape] = []
        var cursor: String? = ""
        while let place = cursor {
            let page = try await account.contacts(from: place, options: options)
            contacts += page.contacts
            cursor = page.next
        }
        try desk.show(RosterReport(contacts: contacts))
    }
}
