/// How a daemon is brought up where the bus cannot start it.
public struct DaemonStart: Sendable {
    /// Starts the program; returns what it had to say when it has detached itself, or why it did not.
    public var launch: @Sendable () async throws(Unreachable) -> String

    public init(launch: @escaping @Sendable () async throws(Unreachable) -> String) { self.launch = launch }

    /// Does not start anything: only a daemon that runs or that the bus starts is reached.
    public static let never = DaemonStart { () throws(Unreachable) in throw .notInstalled }

    /// Runs `salutond --daemon`, found beside this program or in `PATH`.
    public static let beside = DaemonStart { () async throws(Unreachable) in
        guard let program = DaemonProgram.find() else { throw .notInstalled }
        return try await DaemonProgram.run(program)
    }
}
