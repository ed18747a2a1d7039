import ArgumentParser
import FrontendKit

/// Whom a question of the family `info` goes to.
struct QuestionOptions: ParsableArguments {
    @Argument(help: "A domain, or a bare or full address; without it the account's server.")
    var jid: String = ""

    @OptionGroup var limit: TimeoutOption
    @OptionGroup var account: AccountOption
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
        let account = try await desk.account(question.account)
        let seconds = question.limit.timeout
        if items {
            let items = try await account.items(question.jid, node: node, seconds: seconds, isFresh: fresh)
            let report = ItemsReport(items: items.map { ItemsReport.Item(jid: $0.jid, node: $0.node, name: $0.name) })
            return try desk.show(report)
        }
        let info = try await account.info(question.jid, node: node, seconds: seconds, isFresh: fresh)
        try desk.show(DiscoReport(json: info))
    }
}

/// `saluton info version`
struct InfoVersion: Action {
    static let configuration = CommandConfiguration(
        commandName: "version", abstract: "What software somebody runs (XEP-0092).")

    @OptionGroup var question: QuestionOptions
    @OptionGroup var common: CommonOptions

    func run(at desk: Desk) async throws {
        let account = try await desk.account(question.account)
        let version = try await account.softwareVersion(question.jid, seconds: question.limit.timeout)
        try desk.show(VersionReport(json: version))
    }
}

/// `saluton info time`
struct InfoTime: Action {
    static let configuration = CommandConfiguration(
        commandName: "time", abstract: "What time it is where somebody is (XEP-0202).")

    @OptionGroup var question: QuestionOptions
    @OptionGroup var common: CommonOptions

    func run(at desk: Desk) async throws {
        let account = try await desk.account(question.account)
        let time = try await account.time(question.jid, seconds: question.limit.timeout)
        try desk.show(TimeReport(utc: time.utc, offset: Int32(clamping: time.offset)))
    }
}

/// `saluton info last`
struct InfoLast: Action {
    static let configuration = CommandConfiguration(
        commandName: "last", abstract: "Since when somebody is away, or a server runs (XEP-0012).")

    @OptionGroup var question: QuestionOptions
    @OptionGroup var common: CommonOptions

    func run(at desk: Desk) async throws {
        let account = try await desk.account(question.account)
        let last = try await account.lastActivity(question.jid, seconds: question.limit.timeout)
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
        let account = try await desk.account(question.account)
        try desk.show(PingReport(elapsed: try await account.ping(question.jid, seconds: question.limit.timeout)))
    }
}
