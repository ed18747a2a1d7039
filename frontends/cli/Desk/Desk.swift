public import FrontendKit
import JSONText

/// Where a command works: what it reads from and writes to, the time, and the way to the daemon.
public struct Desk: Sendable {
    /// Writes to standard output at once; false when nobody reads it any more.
    public var write: @Sendable (String) -> Bool
    /// Why standard output could not be written; nil where nobody reads it any more.
    var outputProblem: @Sendable () -> String? = { nil }
    /// Writes a line to standard error.
    public var complain: @Sendable (String) -> Void
    public var input: StandardInput
    /// Whether signals, and standard output as a descriptor, are its own: not so in tests.
    var isProcess = false
    public var time: LocalTime
    /// µs since 1970, UTC.
    public var now: @Sendable () -> Int64
    public var doors: Doors
    /// Whether standard output is a terminal that shows what is emphasised.
    var showsEmphasis = false
    /// Replaces the last line of standard error, where that is a terminal; nil where it is not.
    var progress: (@Sendable (String) -> Void)?
    /// Whether the command was asked for JSON.
    var isJSON = false

    public init(
        write: @escaping @Sendable (String) -> Bool, complain: @escaping @Sendable (String) -> Void,
        input: StandardInput, time: LocalTime, now: @escaping @Sendable () -> Int64, doors: Doors
    ) {
        self.write = write
        self.complain = complain
        self.input = input
        self.time = time
        self.now = now
        self.doors = doors
    }

    /// Prints what a command found out, in the form it was asked for.
    func show(_ report: some Report) throws(OutputClosed) { try show(all: [report]) }

    /// Prints several reports at once, one after the other.
    func show(all reports: [some Report]) throws(OutputClosed) {
        let lines = reports.flatMap { isJSON ? [Printable.json($0.json.text)] : $0.lines(time) }
        guard !lines.isEmpty else { return }
        // Nothing but our own line feeds may steer the terminal, whatever a report forgot.
        let text = lines.map { line in isJSON ? line : Self.withoutControls(line) }.joined(separator: "\n") + "\n"
        guard write(isJSON ? text : Emphasis.rendered(text, onTerminal: showsEmphasis)) else { throw OutputClosed() }
    }

    /// Prints why a command failed, in the form it was asked for.
    func show(_ failure: Failure) {
        if isJSON { complain(Printable.json(failure.json.text)) } else { failure.lines.forEach(complain) }
    }

    private static func withoutControls(_ line: String) -> String {
        line.unicodeScalars.contains { $0.properties.generalCategory == .control } ? Printable.line(line) : line
    }
}
