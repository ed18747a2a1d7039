internal import Synchronization

/// A value that comes once, for one who waits: the first to fill it wins.  It is not kept once it was taken.
final class OneShot<Value: Sendable>: Sendable {
    private enum State {
        case empty
        case awaited(CheckedContinuation<Value, Never>)
        case full(Value)
        case taken
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
                state = .taken
                return (true, continuation)
            case .full, .taken:
                return (false, nil)
            }
        }
        waiting?.resume(returning: value)
        return isFirst
    }

    /// Waits for the value, which can be taken once.
    func wait() async -> Value {
        await withCheckedContinuation { continuation in
            let value: Value? = state.withLock { state in
                switch state {
                case .full(let value):
                    state = .taken
                    return value
                case .empty: state = .awaited(continuation)
                case .awaited, .taken: preconditionFailure("a second waiter")
                }
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
