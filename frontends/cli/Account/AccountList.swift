import ArgumentParser
import FrontendKit

/// `saluton account list`
struct AccountList: Action {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List all accounts.")

    @OptionGroup var common: CommonOptions

    func run(at desk: Desk) async throws {
        try desk.show(AccountListReport(accounts: try await desk.daemon().accounts()))
    }
}
