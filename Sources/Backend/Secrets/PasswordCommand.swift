import Digests
import Processes

/// A command of the user's that prints a password, such as `pass show xmpp/juliet`.
enum PasswordCommand {
    /// Longest password line, in bytes.
    static let limit = 4096

    /// Runs the command by `/bin/sh` and takes the first line of what it prints.
    ///
    /// Takes at most about `patience`, in seconds; cancelling the task ends the command.  Errors:
    /// `password-command-failed` when it cannot run, ends with another status than 0, prints nothing, or takes too long.
    static func secret(from command: String, patience: Int32 = 60) async throws(VaultError) -> Secret {
        let call = ProgramCall(
            "/bin/sh", ["-c", command], limits: ProgramCall.Limits(time: .seconds(Int64(patience)), output: limit))
        let end = await call.run()
        switch end.cause {
        case .notStarted: throw failed("it could not be started")
        case .overdue: throw failed("it took longer than \(patience) seconds")
        case .flood: throw failed("it printed too much")
        case .signal(let signal): throw failed("signal \(signal) ended it")
        case .status(0): break
        case .status(let status): throw failed("it ended with status \(status)")
        }
        let line = end.output.prefix { $0 != 0x0A && $0 != 0x0D }
        guard !line.isEmpty else { throw failed("it printed nothing") }
        return Secret(line)
    }

    private static func failed(_ reason: String) -> VaultError {
        VaultError(
            code: "password-command-failed",
            sentence: "The password command of this account failed: \(reason).  Try it in a terminal.")
    }
}
