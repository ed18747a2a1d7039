public import Logging
import Synchronization

/// Everything that is logged in this process: filter, numbers, the ring in memory, and the sink.
public final class LogHub: Sendable {
    private struct State {
        var filter: LogFilter
        var next: UInt64 = 1
        var ring: [LogLine] = []
    }

    /// How many lines are kept in memory.
    public static let ringLimit = 2_000

    private let state: Mutex<State>
    private let sink: any LogSink
    private let now: @Sendable () -> Int64

    /// - Parameter now: µs since 1970, UTC.
    public init(filter: LogFilter, sink: any LogSink, now: @escaping @Sendable () -> Int64) {
        state = Mutex(State(filter: filter))
        self.sink = sink
        self.now = now
    }

    public var filter: LogFilter {
        get { state.withLock(\.filter) }
        set { state.withLock { $0.filter = newValue } }
    }

    /// A logger that writes here.
    public func logger(_ label: String) -> Logger {
        Logger(label: label) { HubHandler(hub: self, label: $0) }
    }

    /// Whether a line of this level and label would be kept.
    func accepts(_ level: Logger.Level, _ label: String) -> Bool {
        state.withLock { level >= $0.filter.level(for: label) }
    }

    func record(_ level: Logger.Level, _ label: String, _ text: String) {
        let time = now()
        state.withLock { state in
            let line = LogLine(number: state.next, time: time, level: level, label: label, text: text)
            state.next &+= 1
            if state.ring.count >= Self.ringLimit { state.ring.removeFirst(Self.ringLimit / 4) }
            state.ring.append(line)
            sink.write(line)
        }
    }

    /// Lines from memory, oldest first, and the number to go on from.
    ///
    /// - Parameters:
    ///   - number: the last line already known; 0 for all.
    ///   - limit: at most this many.
    public func lines(
        after number: UInt64, limit: Int, level: Logger.Level = .trace, label: String = ""
    ) -> (lines: [LogLine], next: UInt64) {
        state.withLock { state in
            var found: [LogLine] = []
            var next = max(number, state.ring.first.map { $0.number - 1 } ?? 0)
            for line in state.ring where line.number > number {
                guard found.count < limit else { break }
                next = line.number
                if line.level >= level, line.label.hasPrefix(label) { found.append(line) }
            }
            return (found, next)
        }
    }
}

/// Connects swift-log with the hub.
private struct HubHandler: LogHandler {
    let hub: LogHub
    let label: String
    var metadata: Logger.Metadata = [:]

    /// The hub's filter decides, so that it can change while the process runs.
    var logLevel: Logger.Level {
        get { hub.filter.level(for: label) }
        set {}
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        guard hub.accepts(event.level, label) else { return }
        let extra = event.metadata ?? [:]
        hub.record(event.level, label, LogLine.text(event.message, metadata.merging(extra) { $1 }))
    }
}
