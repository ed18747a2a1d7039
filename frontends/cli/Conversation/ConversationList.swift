import ArgumentParser
import BusAPI
import FrontendKit

/// `saluton conversation list`
struct ConversationList: Action {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the open conversations, the pinned and the newest first.")

    @Flag(help: "Closed and empty ones too.")
    var all = false

    @OptionGroup var account: AccountOption
    @OptionGroup var common: CommonOptions

    func run(at desk: Desk) async throws {
        let daemon = try await desk.daemon()
        var only: AccountHandle?
        if let name = account.account { only = try await daemon.account(name) }
        var reports: [ConversationReport] = []
        for found in try await daemon.conversations(of: only) where all || found.facts.isOpen || found.facts.unread > 0
        {
            let last = try await found.proxy.newest { _ in true }
            // Whoever looks at an address opens a conversation with it.
            guard all || last != nil || found.facts.isPinned || found.facts.draft != nil else { continue }
            reports.append(ConversationReport(conversation: found.facts, last: last, now: desk.now()))
        }
        var accounts: [String: RemoteText] = [:]
        if Set(reports.map(\.conversation.account)).count > 1 {
            for account in try await daemon.accounts() { accounts[account.id] = account.jid }
        }
        try desk.show(ConversationListReport(conversations: reports, accounts: accounts))
    }
}
