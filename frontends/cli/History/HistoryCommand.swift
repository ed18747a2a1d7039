import ArgumentParser
import BusAPI
import DBusWire
import FrontendKit
import JSONText

/// `saluton history`
struct HistoryCommand: Action {
    static let configuration = CommandConfiguration(
        commandName: "history", abstract: "Show what was exchanged with somebody, oldest first.")

    @Argument(help: "Whom with.")
    var jid: String

    @Option(help: ArgumentHelp("At most so many entries, 1–500.", valueName: "number"))
    var last: UInt32 = 20

    @Option(help: ArgumentHelp("The entries before a cursor, as an earlier page gave it.", valueName: "cursor"))
    var before: String?

    @Option(help: ArgumentHelp("The entries after a cursor.", valueName: "cursor"))
    var after: String?

    @OptionGroup var account: AccountOption
    @OptionGroup var common: CommonOptions

    func validate() throws {
        guard (1...500).contains(last) else { throw ValidationError("--last is 1–500.") }
        if before != nil && after != nil { throw ValidationError("Only one of --before and --after can be given.") }
    }

    func run(at desk: Desk) async throws {
        let conversation = try await desk.account(account).conversation(with: jid)
        var options: Fields = [:]
        options.set("before", before)
        options.set("after", after)
        let page = try await conversation.history(limit: last, options: options)
        try desk.show(
            HistoryReport(
                peer: jid, account: account.account, entries: page.entries.map { EntryShape(JSON($0)) },
                earlier: page.earlier.isEmpty ? nil : page.earlier, later: page.later))
    }
}
