import Synchronization
public import XMPPSessions

/// A clock that stands still until a test moves it.
public final class TestClock: SessionClock {
    private struct Sleeper {
        let id: Int
        let until: Duration
        let continuation: CheckedContinuation<Void, any Error>
    }

    private struct State {
        var now = Duration.zero
        var sleepers: [Sleeper] = []
        var cancelled: Set<Int> = []
        var lastID = 0
        var watchers: [CheckedContinuation<Void, Never>] = []
    }

    private let state = Mutex(State())

    public init() {}

    public var now: Duration { state.withLock { $0.now } }

    /// Moves the clock, and wakes whoever waited for an instant up to the new one.
    public func advance(by step: Duration) {
        let due = state.withLock { state in
            state.now += step
            let due = state.sleepers.filter { $0.until <= state.now }
            state.sleepers.removeAll { $0.until <= state.now }
            return due
        }
        for sleeper in due { sleeper.continuation.resume() }
    }

    /// The instants that are being waited for, earliest first.
    public var alarms: [Duration] { state.withLock { $0.sleepers.map(\.until).sorted() } }

    /// Returns once somebody waits for exactly this instant.
    public func alarm(at instant: Duration) async {
        while !alarms.contains(instant) {
            await withCheckedContinuation { continuation in
                let isThere = state.withLock { state in
                    if state.sleepers.contains(where: { $0.until == instant }) { return true }
                    state.watchers.append(continuation)
                    return false
                }
                if isThere { continuation.resume() }
            }
        }
    }

    /// The earliest instant that is being waited for, once there is one.
    public func nextAlarm() async -> Duration {
        while true {
            if let first = alarms.first { return first }
            await withCheckedContinuation { continuation in
                let isThere = state.withLock { state in
                    if !state.sleepers.isEmpty { return true }
                    state.watchers.append(continuation)
                    return false
                }
                if isThere { continuation.resume() }
            }
        }
    }

    public func sleep(until instant: Duration) async throws {
        let id = state.withLock { state in
            state.lastID += 1
            return state.lastID
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                add(Sleeper(id: id, until: instant, continuation: continuation))
            }
        } onCancel: {
            cancel(id)
        }
    }

    private func add(_ sleeper: Sleeper) {
        enum Outcome {
            case due
            case cancelled
            case waits([CheckedContinuation<Void, Never>])
        }
        let outcome: Outcome = state.withLock { state in
            if state.cancelled.remove(sleeper.id) != nil { return .cancelled }
            if sleeper.until <= state.now { return .due }
            state.sleepers.append(sleeper)
            defer { state.watchers = [] }
            return .waits(state.watchers)
        }
        switch outcome {
        case .due: sleeper.continuation.resume()
        case .cancelled: sleeper.continuation.resume(throwing: CancellationError())
        case .waits(let watchers): for watcher in watchers { watcher.resume() }
        }
    }

    private func cancel(_ id: Int) {
        let sleeper = state.withLock { state -> Sleeper? in
            guard let index = state.sleepers.firstIndex(where: { $0.id == id }) else {
                state.cancelled.insert(id)
                return nil
            }
            return state.sleepers.remove(at: index)
        }
        sleeper?.continuation.resume(throwing: CancellationError())
    }
}
