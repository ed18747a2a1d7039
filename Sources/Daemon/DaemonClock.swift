import CRuntime
import Glibc
import Synchronization
import XMPPSessions

/// Time since the machine was started, suspension included, on the timers of the daemon's own executor.
struct DaemonClock: SessionClock {
    var now: Duration {
        var time = timespec()
        clock_gettime(CLOCK_BOOTTIME, &time)
        return .seconds(Int64(time.tv_sec)) + .nanoseconds(Int64(time.tv_nsec))
    }

    func sleep(until instant: Duration) async throws {
        let sleeper = Sleeper()
        let wait = instant - now
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { sleeper.sleep(wait, $0) }
        } onCancel: {
            sleeper.cancel()
        }
    }
}

/// One sleep: it ends by its timer or by being cancelled, whatever comes first.
private final class Sleeper: Sendable {
    private enum State {
        case awake
        case cancelled
        case asleep(CheckedContinuation<Void, any Error>, timer: UInt64)
    }

    private let state = Mutex(State.awake)

    func sleep(_ wait: Duration, _ continuation: CheckedContinuation<Void, any Error>) {
        // What lies beyond three centuries never comes.
        let (seconds, attoseconds) = wait.components
        let nanoseconds = min(max(seconds, 0), 9_000_000_000) * 1_000_000_000 + max(attoseconds, 0) / 1_000_000_000
        let isCancelled = state.withLock { state in
            guard case .awake = state else { return true }
            let context = Unmanaged.passRetained(self).toOpaque()
            let timer = saluton_timer_start(
                nanoseconds,
                { context in if let context { Unmanaged<Sleeper>.fromOpaque(context).takeRetainedValue().wake() } },
                context)
            state = .asleep(continuation, timer: timer)
            return false
        }
        if isCancelled { continuation.resume(throwing: CancellationError()) }
    }

    func cancel() {
        let sleeping: CheckedContinuation<Void, any Error>? = state.withLock { state in
            defer { state = .cancelled }
            guard case .asleep(let continuation, let timer) = state else { return nil }
            // The timer holds on to this object until it rings, and it may be ringing now.
            if saluton_timer_cancel(timer) != 0 { Unmanaged.passUnretained(self).release() }
            return continuation
        }
        sleeping?.resume(throwing: CancellationError())
    }

    private func wake() {
        let sleeping: CheckedContinuation<Void, any Error>? = state.withLock { state in
            guard case .asleep(let continuation, _) = state else { return nil }
            state = .awake
            return continuation
        }
        sleeping?.resume()
    }
}
