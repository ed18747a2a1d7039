internal import Synchronization

/// Ties the cancellation of a task to the call it waits for, whichever comes first.
final class WaitingTask: Sendable {
    private enum State {
        case new
        case waiting(PendingCall)
        case cancelled
    }

    private let state = Mutex(State.new)

    func start(_ waiter: PendingCall) {
        let isCancelled = state.withLock { state in
            if case .cancelled = state { return true }
            state = .waiting(waiter)
            return false
        }
        if isCancelled { waiter.resume(.failure(.cancelled)) }
    }

    func cancel() {
        let waiter: PendingCall? = state.withLock { state in
            defer { state = .cancelled }
            if case .waiting(let waiter) = state { return waiter }
            return nil
        }
        waiter?.resume(.failure(.cancelled))
    }
}
