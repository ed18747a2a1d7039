import ArgumentParser
import FrontendKit

/// `saluton account status`
struct AccountStatus: Action {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Say where accounts stand, and what to do where something is wrong.")

    @OptionGroup var which: AccountArgument

    @Flag(help: "Go on: a line at each change of the account.")
    var watch = false

    @OptionGroup var common: CommonOptions

    func run(at desk: Desk) async throws {
        let name = which.name ?? which.option.account
        if watch { return try await follow(try await which.account(at: desk), at: desk) }
        let daemon = try await desk.daemon()
        let accounts: [AccountShape]
        if let name { accounts = [try await daemon.account(name).facts()] } else { accounts = try await daemon.accounts() }
        let now = desk.now()
        try desk.show(StatusReport(accounts: accounts.map { AccountStatusReport(account: $0, now: now) }))
    }

    private func follow(_ account: AccountHandle, at desk: Desk) async throws {
        var changes = try await account.changes()
        while true { try desk.show(AccountStatusReport(account: try await changes.next(), now: desk.now())) }
    }
}
