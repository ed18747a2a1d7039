import ArgumentParser
import BusAPI
import DBusWire
import FrontendKit
import JSONText

/// `saluton presence set`
struct PresenceSet: Action {
    /// RFC 6121 §4.7.2.1, and the two ends.
    enum Show: String, CaseIterable, ExpressibleByArgument {
        case available, chat, away, xa, dnd, unavailable
    }

    static let configuration = CommandConfiguration(
        commandName: "set", abstract: "Change what contacts see of us.",
        discussion: """
            Several languages:
              saluton presence set away --status 'Back at five' --status-text de='Um fünf zurück'
            """)

    @Argument(help: "available, chat, away, xa (away for long), dnd (do not disturb), or unavailable.")
    var show: Show

    @Option(help: "A status text.")
    var status: String?

    @Option(
        name: .customLong("status-text"),
        help: ArgumentHelp("The status in one more language; may be repeated.", valueName: "language=text"))
    var moreStatuses: [TaggedText] = []

    @Option(parsing: .unconditional, help: "Priority of this client, -128 to 127.")
    var priority: Int8?

    @Option(help: ArgumentHelp("Show it only to this address, and do not store it.", valueName: "jid"))
    var to: String?

    @OptionGroup var account: AccountOption
    @OptionGroup var common: CommonOptions

    func validate() throws { _ = try TaggedText.map(statuses, of: "status") }

    private var statuses: [TaggedText] { (status.map { [TaggedText("", $0)] } ?? []) + moreStatuses }

    func run(at desk: Desk) async throws {
        let account = try await desk.account(account)
        var options: Fields = [:]
        options.set("priority", priority.map(Int16.init))
        options.set("to", to)
        try await account.account.setPresence(
            show: show.rawValue, statuses: OrderedEntries(statuses.map { ($0.language, $0.text) }), options: options)
        if let to {
            return try desk.show(Done("\(RemoteText(to).printable) sees us as \(show.rawValue).", ["to": .string(to)]))
        }
        try desk.show(OwnPresenceReport(account: try await account.facts()))
    }
}
