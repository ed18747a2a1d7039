/// Where log lines go.
public protocol LogSink: Sendable {
    /// Takes one line; called from any thread, one line at a time, in order.
    func write(_ line: LogLine)
}
