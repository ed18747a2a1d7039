import ArgumentParser
import BusAPI
import DBusWire
import FrontendKit
import JSONText

/// `saluton account enable`
struct AccountEnable: Action {
    static let configuration = CommandConfiguration(
        commandName: "enable", abstract: "Let the daemon connect an account by itself.")

    @OptionGroup var which: AccountArgument
    @OptionGroup var waiting: WaitOption
    @OptionGroup var common: CommonOptions

    func run(at desk: Desk) async throws {
        let account = try await which.account(at: desk)
        _ = try await account.account.set(settings: ["enabled": .bool(true)], options: [:])
        let facts = waiting.wait ? try await waiting.online(account) : try await account.facts()
        try desk.show(Done("\(facts.jid.printable) enabled: \(RemoteText(facts.state.name).printable).", facts.json))
    }
}

/// `saluton account disable`
struct AccountDisable: Action {
    static let configuration = CommandConfiguration(
        commandName: "disable", abstract: "Disconnect an account and leave it so, over restarts too.")

    @OptionGroup var which: AccountArgument
    @OptionGroup var common: CommonOptions

    func run(at desk: Desk) async throws {
        let account = try await which.account(at: desk)
        _ = try await account.account.set(settings: ["enabled": .bool(false)], options: [:])
        let facts = try await account.facts()
        try desk.show(Done("\(facts.jid.printable) disabled.", facts.json))
    }
}
