import ArgumentParser
import BusAPI
import FrontendKit

/// `saluton account status`
struct AccountStatus: Action {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Say where accounts stand, and what to do where something is wrong.")

    @Argument(help: "Address or id; without it all accounts.")
    var name: String?

    @Flag(help: "Go on: a line at each change.")
    var watch = false

    @OptionGroup var option: AccountOption
    @OptionGroup var common: CommonOptions

    func validate() throws {
        if let name, let other = option.account, name != other {
            throw ValidationError("The account is given twice.")
        }
    }

    func run(at desk: Desk) async throws {
        let daemon = try await desk.daemon()
        let only = name ?? option.account
        if watch {
            if let only { return try await follow(try await daemon.account(only), at: desk) }
            return try await followAll(daemon, at: desk)
        }
        let accounts: [AccountShape]
        if let only {
            accounts = [try await daemon.account(only).facts()]
        } else {
            accounts = try await daemon.accounts()
        }
        let now = desk.now()
        try desk.show(StatusReport(accounts: accounts.map { AccountStatusReport(account: $0, now: now) }))
    }

    private func follow(_ account: AccountHandle, at desk: Desk) async throws {
        var changes = try await account.changes()
        while true { try desk.show(AccountStatusReport(account: try await changes.next(), now: desk.now())) }
    }

    /// Shows all accounts at the start, and each after a change of its own.
    private func followAll(_ daemon: Daemon, at desk: Desk) async throws {
        let updates = try await daemon.accountChanges()
        var shown: [String: AccountShape] = [:]
        func show(_ accounts: [AccountShape]) throws {
            for account in accounts where shown[account.id] != account {
                shown[account.id] = account
                try desk.show(AccountStatusReport(account: account, now: desk.now()))
            }
        }
        try show(try await daemon.accounts())
        for await update in updates {
            switch update {
            case .event(_, let path): try show([try await daemon.account(at: path).facts()])
            case .resync: try show(try await daemon.accounts())
            }
        }
        throw BusError.disconnected
    }
}
