import ArgumentParser
import FrontendKit

/// `saluton message queue`
struct MessageQueue: Action {
    static let configuration = CommandConfiguration(
        commandName: "queue", abstract: "Show what waits to be sent or acknowledged, oldest first.")

    @OptionGroup var account: AccountOption
    @OptionGroup var common: CommonOptions

    func run(at desk: Desk) async throws {
        let account = try await desk.account(account)
        var entries: [EntryShape] = []
        repeat {
            let page = try await account.queue(after: entries.last?.id)
            entries += page.entries
            if page.isLast { break }
        } while true
        try desk.show(QueueReport(entries: entries, now: desk.now()))
    }
}
