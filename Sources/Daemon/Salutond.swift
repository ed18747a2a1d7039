import ArgumentParser
import Glibc

/// The daemon's program.
@main
struct Salutond: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "salutond", abstract: "Holds your XMPP accounts and serves them on the session bus and a socket.",
        discussion:
            "It is started by D-Bus or by saluton with the first call, so there is rarely a need to start it by "
            + "hand.  Use saluton to talk to it.",
        version: Version.text)

    @Flag(help: "Go to the background; return when it can be called, or with the error.")
    var daemon = false

    @Flag(
        help: ArgumentHelp(
            "Refused: a daemon is never replaced, since two must not share one history.", visibility: .hidden))
    var replace = false

    @Option(help: "Where the log goes: stderr, journal, or file:/PATH.")
    var log = "stderr"

    @Option(help: "What is logged: a level, or label=level pairs separated by commas.")
    var logFilter = "notice"

    @Option(help: ArgumentHelp("Descriptor to report to when all is well.", visibility: .private))
    var reportTo: Int32?

    func validate() throws {
        if replace {
            throw ValidationError("A running daemon is not replaced: end it with SIGTERM first.")
        }
        guard LogTarget(log) != nil else {
            throw ValidationError("--log is stderr, journal or file:/PATH, with an absolute path.")
        }
        guard LogFilterText.isValid(logFilter) else {
            throw ValidationError("--log-filter is a level such as notice, or label=level pairs separated by commas.")
        }
    }

    func run() async throws {
        Hardening.apply()
        if daemon {
            let arguments = ["salutond", "--log", log, "--log-filter", logFilter]
            throw ExitCode(Background.start(arguments))
        }
        if reportTo != nil { Background.detach() }
        do throws(Failure) {
            try await Service(log: log, filter: logFilter, reportTo: reportTo).run()
        } catch {
            Background.complain("salutond: \(error.sentence)\n")
            throw ExitCode(error.code.rawValue)
        }
    }
}

/// The version of this software.
enum Version {
    static let text = "0.1.0"
}
