import ArgumentParser
import BusAPI
import FrontendKit

/// `saluton conversation read`
struct ConversationRead: Action {
    static let configuration = CommandConfiguration(
        commandName: "read", abstract: "Say that we have seen everything, or everything up to an entry.",
        discussion: "It never goes back.  Our other devices learn of it, the other side where the settings allow it.")

    @Argument(help: "Whom the conversation is with.")
    var jid: String

    @Option(help: ArgumentHelp("The last entry we have seen.", valueName: "entry"))
    var upTo: String?

    @OptionGroup var account: AccountOption
    @OptionGroup var common: CommonOptions

    func run(at desk: Desk) async throws {
        let conversation = try await desk.account(account).conversation(with: jid)
        try await conversation.markRead(entry: upTo ?? "")
        let facts = try await conversation.facts()
        try desk.show(Done("\(facts.jid.printable): \(facts.unread) unread.", facts.json))
    }
}
