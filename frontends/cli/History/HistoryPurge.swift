import ArgumentParser
import BusAPI
import FrontendKit
import JSONText

/// `saluton history purge`
struct HistoryPurge: Action {
    static let configuration = CommandConfiguration(
        commandName: "purge", abstract: "Delete entries here for good; no archive brings them back.",
        discussion: "Copies that servers and others have are not touched.")

    @Argument(help: "Whom the conversation is with; without it all conversations of the account are meant.")
    var jid: String?

    @Option(help: ArgumentHelp("Only what was written before: \(When.help).", valueName: "when"))
    var before: When?

    @Flag(help: "Do not ask.")
    var yes = false

    @OptionGroup var account: AccountOption
    @OptionGroup var common: CommonOptions

    func run(at desk: Desk) async throws {
        let account = try await desk.account(account)
        let moment = before?.microseconds(at: desk)
        let own = try await account.facts().jid.printable
        let whose = jid.map { RemoteText($0).printable } ?? "everybody, as \(own),"
        let age = moment.map { " before \(desk.time.text($0))" } ?? ""
        try desk.confirm("Delete what was exchanged with \(whose)\(age) for good?", isConfirmed: yes)
        var options: Fields = [:]
        options.set("before", moment)
        var removed: UInt64 = 0
        if let jid {
            removed = try await account.conversation(with: jid).purge(options: options)
        } else {
            for found in try await account.daemon.conversations(of: account) {
                removed += try await found.proxy.purge(options: options)
            }
        }
        let sentence = removed == 1 ? "1 entry deleted." : "\(removed) entries deleted."
        try desk.show(Done(sentence, ["removed": .integer(Int64(clamping: removed))]))
    }
}
