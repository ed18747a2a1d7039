internal import Synchronization

/// A value that comes once, for one who waits: the first to fill it wins.
final class OneShot<Value: Sendable>: Sendable {
    private enum State {
        case empty
        case awaited(CheckedContinuation<Value, Never>)
        case full(Value)
    }

    private let state = Mutex(State.empty)

    /// Returns whether this was the first.
    @discardableResult
    func fill(_ value: Value) -> Bool {
        let (isFirst, waiting): (Bool, CheckedContinuation<Value, Never>?) = state.withLock { state in
            switch state {
            case .empty:
                state = .full(value)
                return (true, nil)
            case .awaited(let continuation):
                state = .full(value)
                return (true, continuation)
            case .full:
                return (false, nil)
            }
        }
        waiting?.resume(returning: value)
        return isFirst
    }

    /// Waits for the value; one waiter at a time.
    func wait() async -> Value {
        await withCheckedContinuation { continuation in
            let value: Value? = state.withLock { state in
                if case .full(let value) = state { return value }
                state = .awaited(continuation)
                return nil
            }
            if let value { continuation.resume(returning: value) }
        }
    }

    /// Waits; when the task is cancelled first, fills in `fallback`.
    func wait(orWhenCancelled fallback: Value) async -> Value {
        await withTaskCancellationHandler {
            await wait()
        } onCancel: {
            fill(fallback)
        }
    }
}
