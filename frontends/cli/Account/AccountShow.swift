import ArgumentParser
import FrontendKit

/// `saluton account show`
struct AccountShow: Action {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show everything about an account, except its secrets.")

    @OptionGroup var which: AccountArgument
    @OptionGroup var common: CommonOptions

    func run(at desk: Desk) async throws {
        try desk.show(AccountDetailsReport(account: try await which.account(at: desk).facts()))
    }
}
