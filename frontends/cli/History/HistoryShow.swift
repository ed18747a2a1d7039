import ArgumentParser
import BusAPI
import DBusWire
import FrontendKit
import JSONText

/// `saluton history show`, also without the word `show`.
struct HistoryShow: Action {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show what was exchanged with somebody, oldest first.")

    @Argument(help: "Whom with.")
    var jid: String

    @Option(help: ArgumentHelp("At most so many entries, 1–500.", valueName: "number"))
    var last: UInt32 = 20

    @Option(help: ArgumentHelp("The entries before a cursor, as an earlier page gave it.", valueName: "cursor"))
    var before: String?

    @Option(help: ArgumentHelp("The entries after a cursor.", valueName: "cursor"))
    var after: String?

    @Flag(help: "Show the entries' ids, for the commands that take one.")
    var ids = false

    @Flag(help: "Show what hides behind spoilers.")
    var spoilers = false

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
        let entries = page.entries.map { EntryShape(JSON($0)) }
        try desk.show(
            HistoryReport(
                peer: jid, account: account.account, entries: entries,
                earlier: page.earlier.isEmpty ? nil : page.earlier, later: page.later,
                isInside: before != nil || after != nil,
                replied: desk.isJSON ? [:] : try await Self.replied(by: entries, in: conversation), showsIDs: ids,
                showsSpoilers: spoilers))
    }

    /// What the entries answer, where that is here but not among them.
    private static func replied(
        by entries: [EntryShape], in conversation: Conversation1Proxy
    ) async throws -> [String: EntryShape] {
        var found: [String: EntryShape] = [:]
        let known = Set(entries.map(\.id))
        for id in Set(entries.compactMap(\.repliedEntry)).subtracting(known) {
            do throws(BusError) {
                found[id] = try await conversation.entry(id)
            } catch {
                // It may have gone since.
                guard error == .noSuchEntry else { throw error }
            }
        }
        return found
    }
}
