import Logging
import Synchronization

/// What was logged, and who waits for more of it.
final class Notes: LogHandler {
    private struct State {
        var lines: [String] = []
        var watchers: [CheckedContinuation<Void, Never>] = []
    }

    private let state = Mutex(State())

    var lines: [String] { state.withLock(\.lines) }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { nil }
        set {}
    }

    var metadata: Logger.Metadata {
        get { [:] }
        set {}
    }

    var logLevel: Logger.Level {
        get { .trace }
        set {}
    }

    func log(event: LogEvent) {
        let facts = (event.metadata ?? [:]).sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }.joined()
        let watchers = state.withLock { state in
            state.lines.append("\(event.level): \(event.message)\(facts)")
            defer { state.watchers = [] }
            return state.watchers
        }
        for watcher in watchers { watcher.resume() }
    }

    /// The first line with these words, once there is one.
    @discardableResult
    func line(_ words: String, count: Int = 1) async -> String {
        while true {
            let found = lines.filter { $0.contains(words) }
            if found.count >= count { return found[count - 1] }
            await withCheckedContinuation { continuation in
                let isReady = state.withLock { state in
                    if state.lines.count(where: { $0.contains(words) }) >= count { return true }
                    state.watchers.append(continuation)
                    return false
                }
                if isReady { continuation.resume() }
            }
        }
    }
}
