import ArgumentParser
import FrontendKit

/// `saluton conversation show`
struct ConversationShow: Action {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show a conversation's state and settings, and what was said last.")

    @Argument(help: "Whom it is with.")
    var jid: String

    @OptionGroup var account: AccountOption
    @OptionGroup var common: CommonOptions

    func run(at desk: Desk) async throws {
        let conversation = try await desk.account(account).conversation(with: jid)
        let last = try await conversation.newest { _ in true }
        try desk.show(ConversationReport(conversation: try await conversation.facts(), last: last, now: desk.now()))
    }
}
