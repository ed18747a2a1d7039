import ArgumentParser
import BusAPI
import DBusWire
import FrontendKit
import JSONText

/// Whom a question of the family `info` goes to.
struct QuestionOptions: ParsableArguments {
    @Argument(help: "A domain, or a bare or full address; without it the account's server.")
    var jid: String = ""

    @OptionGroup var limit: TimeoutOption
    @OptionGroup var account: AccountOption

    /// Whom to ask through.
    func proxy(at desk: Desk) async throws -> Discovery1Proxy {
        try await desk.account(account).discovery(seconds: limit.timeout)
    }

    /// What goes with every question.
    var options: Fields { ["timeout": .uint32(limit.timeout)] }
}

/// `saluton info disco`
struct InfoDisco: Action {
    static let configuration = CommandConfiguration(
        commandName: "disco", abstract: "Who somebody is and what they can do (XEP-0030).")

    @OptionGroup var question: QuestionOptions

    @Option(help: "Only this node.")
    var node: String = ""

    @Flag(help: "What belongs to the address, instead.")
    var items = false

    @Flag(help: "Ask anew, whatever is known already.")
    var fresh = false

    @OptionGroup var common: CommonOptions

    func run(at desk: Desk) async throws {
        let proxy = try await question.proxy(at: desk)
        var options = question.options
        if fresh { options.set("fresh", true) }
        if items {
            let items = try await proxy.items(jid: question.jid, node: node, options: options).map { row in
                ItemsReport.Item(jid: row.values.0, node: row.values.1, name: row.values.2)
            }
            return try desk.show(ItemsReport(items: items))
        }
        let info = try await proxy.info(jid: question.jid, node: node, options: options)
        try desk.show(DiscoReport(json: JSON(info: info)))
    }
}

/// `saluton info version`
struct InfoVersion: Action {
    static let configuration = CommandConfiguration(
        commandName: "version", abstract: "What software somebody runs (XEP-0092).")

    @OptionGroup var question: QuestionOptions
    @OptionGroup var common: CommonOptions

    func run(at desk: Desk) async throws {
        let proxy = try await question.proxy(at: desk)
        let version = try await proxy.version(jid: question.jid, options: question.options)
        try desk.show(VersionReport(json: JSON(version)))
    }
}

/// `saluton info time`
struct InfoTime: Action {
    static let configuration = CommandConfiguration(
        commandName: "time", abstract: "What time it is where somebody is (XEP-0202).")

    @OptionGroup var question: QuestionOptions
    @OptionGroup var common: CommonOptions

    func run(at desk: Desk) async throws {
        let proxy = try await question.proxy(at: desk)
        let time = try await proxy.time(jid: question.jid, options: question.options)
        try desk.show(TimeReport(utc: time.utc, offset: time.offset))
    }
}

/// `saluton info last`
struct InfoLast: Action {
    static let configuration = CommandConfiguration(
        commandName: "last", abstract: "Since when somebody is away, or a server runs (XEP-0012).")

    @OptionGroup var question: QuestionOptions
    @OptionGroup var common: CommonOptions

    func run(at desk: Desk) async throws {
        let proxy = try await question.proxy(at: desk)
        let last = try await proxy.lastActivity(jid: question.jid, options: question.options)
        try desk.show(LastReport(seconds: last.seconds, status: last.status))
    }
}

/// `saluton info ping`
struct InfoPing: Action {
    static let configuration = CommandConfiguration(
        commandName: "ping", abstract: "How long an answer takes (XEP-0199).")

    @OptionGroup var question: QuestionOptions
    @OptionGroup var common: CommonOptions

    func run(at desk: Desk) async throws {
        let proxy = try await question.proxy(at: desk)
        try desk.show(PingReport(elapsed: try await proxy.ping(jid: question.jid, options: question.options)))
    }
}
