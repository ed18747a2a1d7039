import ArgumentParser
import BusAPI
import DBusWire
import FrontendKit

/// `saluton debug xml`
struct DebugXML: Action {
    static let configuration = CommandConfiguration(
        commandName: "xml", abstract: "Show the stanzas of an account as they pass.",
        discussion: "Texts and secrets are replaced by their lengths.  A line in the log says that a trace runs.")

    @Option(help: ArgumentHelp("How long, 1–3600.", valueName: "number"))
    var seconds: UInt32 = 60

    @Flag(help: "Show the texts of messages too.")
    var bodies = false

    @OptionGroup var account: AccountOption
    @OptionGroup var common: CommonOptions

    func validate() throws {
        guard (1...3600).contains(seconds) else { throw ValidationError("--seconds is 1–3600.") }
    }

    func run(at desk: Desk) async throws {
        let account = try await desk.account(account)
        let reading = try await begin(account)
        try await LineReader(reading).eachLine { line in try desk.show(TraceReport(line: line)) }
    }

    /// Begins the trace.  Only the daemon keeps the writing end: when it stops, the pipe ends.
    private func begin(_ account: AccountHandle) async throws -> OwnedDescriptor {
        guard let pipe = OwnedDescriptor.pipe() else {
            throw Failure(.failed, name: "NoPipe", "There is no descriptor left.")
        }
        try await account.account.traceXML(
            output: pipe.writing, seconds: seconds, options: bodies ? ["bodies": .bool(true)] : [:])
        return pipe.reading
    }
}
