import Synchronization
public import XMPPSessions

/// A keeper that remembers what it was given, and fails when told to.
public final class RecordingDelegate: SessionDelegate {
    public struct Full: Error {
        public init() {}
    }

    private struct State {
        var batches: [SessionBatch] = []
        var taken = 0
        var commitFailures = 0
        var reserveFailures = 0
        var reservations: [[Reservation]] = []
        var waits: [Duration] = []
        var recoveries = 0
        var refusals: [Refusal] = []
        var watchers: [CheckedContinuation<Void, Never>] = []
    }

    private let state = Mutex(State())

    public init() {}

    public func failCommits(_ count: Int) { state.withLock { $0.commitFailures = count } }
    public func failReservations(_ count: Int) { state.withLock { $0.reserveFailures = count } }
    public var batches: [SessionBatch] { state.withLock { $0.batches } }
    public var reservations: [[Reservation]] { state.withLock { $0.reservations } }
    /// How long the session said it would wait after each commit that failed.
    public var waits: [Duration] { state.withLock { $0.waits } }
    public var recoveries: Int { state.withLock { $0.recoveries } }
    public var refusals: [Refusal] { state.withLock { $0.refusals } }

    /// The next committed batch that no earlier call returned, waiting for it.
    public func nextBatch() async -> SessionBatch {
        await until { state in
            guard state.taken < state.batches.count else { return nil }
            defer { state.taken += 1 }
            return state.batches[state.taken]
        }
    }

    /// Returns once that many commits have failed.
    public func commitsFailed(_ count: Int) async {
        await until { $0.waits.count >= count ? () : nil }
    }

    /// Returns once that many refusals have happened, with all of them.
    @discardableResult
    public func refused(_ count: Int = 1) async -> [Refusal] {
        await until { $0.refusals.count >= count ? $0.refusals : nil }
    }

    private func until<Value: Sendable>(_ look: (inout State) -> Value?) async -> Value {
        while true {
            if let value = state.withLock({ look(&$0) }) { return value }
            await withCheckedContinuation { continuation in
                let isReady = state.withLock { state in
                    var copy = state
                    if look(&copy) != nil { return true }
                    state.watchers.append(continuation)
                    return false
                }
                if isReady { continuation.resume() }
            }
        }
    }

    private func change(_ action: (inout State) -> Void) {
        let watchers = state.withLock { state in
            action(&state)
            defer { state.watchers = [] }
            return state.watchers
        }
        for watcher in watchers { watcher.resume() }
    }

    public func commit(_ batch: SessionBatch) async throws {
        let fails = state.withLock { state in
            guard state.commitFailures > 0 else { return false }
            state.commitFailures -= 1
            return true
        }
        if fails { throw Full() }
        change { $0.batches.append(batch) }
    }

    public func reserve(_ reservations: [Reservation]) async throws {
        let fails = state.withLock { state in
            guard state.reserveFailures > 0 else { return false }
            state.reserveFailures -= 1
            return true
        }
        if fails { throw Full() }
        change { $0.reservations.append(reservations) }
    }

    public func commitFailed(_ error: any Error, nextTryIn wait: Duration) async { change { $0.waits.append(wait) } }
    public func commitRecovered() async { change { $0.recoveries += 1 } }
    public func refused(_ refusal: Refusal) { change { $0.refusals.append(refusal) } }
}
