/// How a program ended, and what it said.
public struct ProgramEnd: Hashable, Sendable {
    public enum Cause: Hashable, Sendable {
        /// There is no such file, it cannot be run, or nothing more can be.
        case notStarted
        /// By itself; 0–255.
        case status(Int32)
        /// By somebody else: the number of a signal.
        case signal(Int32)
        /// By us: it took too long.
        case overdue
        /// By us: it said too much.
        case flood
    }

    public var cause: Cause
    /// What it printed, within the limit.
    public var output: [UInt8]
    /// What it complained, within the limit.
    public var complaints: [UInt8]

    public init(_ cause: Cause, output: [UInt8] = [], complaints: [UInt8] = []) {
        self.cause = cause
        self.output = output
        self.complaints = complaints
    }
}
