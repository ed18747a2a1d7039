import ArgumentParser
import FrontendKit
import JSONText

/// `saluton retention get`
struct RetentionGet: Action {
    static let configuration = CommandConfiguration(
        commandName: "get", abstract: "Show after which time entries are deleted.")

    @Argument(help: "Whom a conversation is with; without it the account is shown.")
    var jid: String?

    @OptionGroup var account: AccountOption
    @OptionGroup var common: CommonOptions

    func run(at desk: Desk) async throws {
        let account = try await desk.account(account)
        var conversation: ConversationShape?
        if let jid { conversation = try await account.conversation(with: jid).facts() }
        try desk.show(
            RetentionReport(
                daemon: try await account.daemon.facts()["retention"]?.integer ?? 0,
                account: try await account.facts(), conversation: conversation))
    }
}
