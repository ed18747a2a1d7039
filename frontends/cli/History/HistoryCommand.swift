import ArgumentParser
import FrontendKit

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
        let place = before.map { HistoryPlace.before(cursor: $0) } ?? after.map { .after(cursor: $0) }
        let page = try await conversation.history(limit: last, at: place)
        try desk.show(HistoryReport(peer: jid, entries: page.entries, earlier: page.earlier, later: page.later))
    }
}
