internal import Synchronization
internal import XMLStreams
internal import XMPPSessions

/// What has arrived on a stream and waits for `receive()`: filled by the event loop, emptied by the session.
final class StreamMailbox: Sendable {
    enum End: Sendable {
        case orderly
        case broken(StreamProblem)
    }
    typealias Taken = Result<[Element]?, StreamProblem>

    private struct State {
        var elements: [Element] = []
        var bytes = 0
        var isFull = false
        var end: End?
        var waiting: CheckedContinuation<Taken, Never>?
    }

    private let state = Mutex(State())
    private let mostBytes: Int
    private let mostElements: Int
    /// Called from any thread once there is room again after `deliver` said that there is none.
    private let drained: @Sendable () -> Void

    init(bytes: Int, elements: Int, drained: @escaping @Sendable () -> Void) {
        mostBytes = bytes
        mostElements = elements
        self.drained = drained
    }

    /// Hands over elements, which took so many bytes; false when nothing more should be read for now.
    func deliver(_ elements: [Element], bytes: Int) -> Bool {
        let (hasRoom, waiting): (Bool, CheckedContinuation<Taken, Never>?) = state.withLock { state in
            guard state.end == nil else { return (true, nil) }
            if let waiting = state.waiting, !elements.isEmpty {
                state.waiting = nil
                return (true, waiting)
            }
            if state.elements.isEmpty { state.elements = elements } else { state.elements += elements }
            state.bytes += bytes
            state.isFull = state.bytes >= mostBytes || state.elements.count >= mostElements
            // Bytes without a whole stanza are bounded by the parser.
            if state.elements.isEmpty { state.isFull = false }
            return (!state.isFull, nil)
        }
        waiting?.resume(returning: .success(elements))
        return hasRoom
    }

    /// Nothing more will come.  The first end counts, and what was delivered before is still taken.
    func finish(_ end: End) {
        let waiting: CheckedContinuation<Taken, Never>? = state.withLock { state in
            guard state.end == nil else { return nil }
            state.end = end
            defer { state.waiting = nil }
            return state.waiting
        }
        waiting?.resume(returning: Self.ended(end))
    }

    /// All there is, once there is something.  For one caller at a time; a cancelled one gets `cancelled`.
    func take() async -> Taken {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in take(continuation) }
        } onCancel: {
            let waiting: CheckedContinuation<Taken, Never>? = state.withLock { state in
                defer { state.waiting = nil }
                return state.waiting
            }
            waiting?.resume(returning: .failure(.cancelled))
        }
    }

    private func take(_ continuation: CheckedContinuation<Taken, Never>) {
        let isCancelled = Task.isCancelled
        let (taken, wasFull): (Taken?, Bool) = state.withLock { state in
            if !state.elements.isEmpty {
                let elements = state.elements
                let wasFull = state.isFull
                (state.elements, state.bytes, state.isFull) = ([], 0, false)
                return (.success(elements), wasFull)
            }
            if let end = state.end { return (Self.ended(end), false) }
            if isCancelled { return (.failure(.cancelled), false) }
            precondition(state.waiting == nil, "one receiver at a time")
            state.waiting = continuation
            return (nil, false)
        }
        if wasFull { drained() }
        if let taken { continuation.resume(returning: taken) }
    }

    private static func ended(_ end: End) -> Taken {
        switch end {
        case .orderly: .success(nil)
        case .broken(let problem): .failure(problem)
        }
    }
}
