import ArgumentParser
import BusAPI
import DBusWire
import FrontendKit
import JSONText

/// `saluton roster requests`
struct RosterRequests: Action {
    static let configuration = CommandConfiguration(
        commandName: "requests", abstract: "List who asks to see our presence.")

    @OptionGroup var account: AccountOption
    @OptionGroup var common: CommonOptions

    func run(at desk: Desk) async throws {
        let requests = try await desk.account(account).roster.requests()
        try desk.show(RequestsReport(requests: requests.map { RequestShape(JSON($0)) }))
    }
}

/// `saluton roster approve`
struct RosterApprove: Action {
    static let configuration = CommandConfiguration(
        commandName: "approve", abstract: "Let somebody see our presence.",
        discussion: "Answers a request, or approves beforehand where the server can.")

    @Argument(help: "Whom.")
    var jid: String

    @Flag(help: "Ask to see theirs as well.")
    var subscribe = false

    @OptionGroup var account: AccountOption
    @OptionGroup var common: CommonOptions

    func run(at desk: Desk) async throws {
        try await desk.account(account).roster.approve(jid: jid, options: subscribe ? ["subscribe": .bool(true)] : [:])
        try desk.show(Done("\(RemoteText(jid).printable) may see our presence.", ["jid": .string(jid)]))
    }
}

/// `saluton roster deny`
struct RosterDeny: Action {
    static let configuration = CommandConfiguration(
        commandName: "deny", abstract: "Refuse a request, or take an approval back.")

    @Argument(help: "Whom.")
    var jid: String

    @OptionGroup var account: AccountOption
    @OptionGroup var common: CommonOptions

    func run(at desk: Desk) async throws {
        try await desk.account(account).roster.deny(jid: jid, options: [:])
        try desk.show(Done("\(RemoteText(jid).printable) may not see our presence.", ["jid": .string(jid)]))
    }
}
