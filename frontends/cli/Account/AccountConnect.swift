import ArgumentParser
import BusAPI
import FrontendKit
import JSONText

/// `saluton account connect`
struct AccountConnect: Action {
    static let configuration = CommandConfiguration(
        commandName: "connect", abstract: "Try to connect at once, whatever the account waits for.")

    @OptionGroup var which: AccountArgument

    @Flag(help: "All accounts that wait for their next try: the network is up again.")
    var all = false

    @OptionGroup var waiting: WaitOption
    @OptionGroup var common: CommonOptions

    func validate() throws {
        if all && (which.name != nil || which.option.account != nil || waiting.wait) {
            throw ValidationError("--all stands alone.")
        }
    }

    func run(at desk: Desk) async throws {
        if all {
            try await desk.daemon().manager.networkChanged()
            return try desk.show(Done("Every account that waits tries now.", [:]))
        }
        let account = try await which.account(at: desk)
        try await account.account.connect()
        let facts = waiting.wait ? try await waiting.online(account) : try await account.facts()
        try desk.show(Done("\(facts.jid.printable): \(RemoteText(facts.state.name).printable).", facts.json))
    }
}

/// `saluton account disconnect`
struct AccountDisconnect: Action {
    static let configuration = CommandConfiguration(
        commandName: "disconnect", abstract: "Close an account's connection until connect, or the next start.")

    @OptionGroup var which: AccountArgument
    @OptionGroup var common: CommonOptions

    func run(at desk: Desk) async throws {
        let account = try await which.account(at: desk)
        try await account.account.disconnect()
        let facts = try await account.facts()
        try desk.show(Done("\(facts.jid.printable): \(RemoteText(facts.state.name).printable).", facts.json))
    }
}
