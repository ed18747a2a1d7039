import Glibc

/// A program to be run once, by its file.
public struct ProgramCall: Sendable {
    /// How much it may take.
    public struct Limits: Sendable {
        /// From the start until it is asked to end.
        public var time: Duration
        /// From being asked until it is killed; zero: it is not asked.
        public var grace: Duration
        /// What it prints, in bytes; more than that ends it.
        public var output: Int
        /// What it complains, in bytes; more than that ends it.  `nil`: it complains where we do.
        public var complaints: Int?

        public init(time: Duration, grace: Duration = .zero, output: Int, complaints: Int? = nil) {
            self.time = time
            self.grace = grace
            self.output = output
            self.complaints = complaints
        }
    }

    /// An absolute path.
    public var path: String
    /// Behind its own name.
    public var arguments: [String]
    /// `NAME=value` each; `nil`: what we have.
    public var environment: [String]?
    /// Where it begins; `nil`: where we are.
    public var folder: String?
    /// What it can read.
    public var input: [UInt8]
    public var limits: Limits

    public init(
        _ path: String, _ arguments: [String] = [], environment: [String]? = nil, folder: String? = nil,
        input: [UInt8] = [], limits: Limits
    ) {
        self.path = path
        self.arguments = arguments
        self.environment = environment
        self.folder = folder
        self.input = input
        self.limits = limits
    }

    /// Runs it to its end, on a thread of its own; cancelling the task kills it.
    ///
    /// It leads a group of processes.  When it has ended, by itself or not, what is left of the group is killed, and
    /// nobody waits for those who still hold its output.
    public func run() async -> ProgramEnd {
        let program = RunningProgram()
        return await withTaskCancellationHandler {
            await OffLoop.run { self.run(as: program) }
        } onCancel: {
            program.kill()
        }
    }

    private func run(as program: RunningProgram) -> ProgramEnd {
        guard let pipes = ProgramPipes(input: input, hasComplaints: limits.complaints != nil),
            let handle = program.start({ spawn(with: pipes) })
        else { return ProgramEnd(.notStarted) }
        defer { close(handle) }
        var reading = ProgramReading(pipes: pipes.readEnds, handle: handle, limits: limits)
        return reading.end(of: program)
    }
}
