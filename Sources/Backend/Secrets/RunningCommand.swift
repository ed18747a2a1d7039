import Glibc
import Synchronization

/// A process of ours with all it has started, which may be ended from any thread.
final class RunningCommand: Sendable {
    private struct State {
        var process: pid_t?
        var isUnwanted = false
    }

    private let state = Mutex(State())

    /// Starts it, unless it was ended before; false when it could not be started.
    func start(_ spawn: () -> pid_t?) -> Bool {
        state.withLock { state in
            guard !state.isUnwanted, let process = spawn() else { return false }
            state.process = process
            return true
        }
    }

    /// Ends it and all of its group, at once.
    func end() {
        state.withLock { state in
            state.isUnwanted = true
            // Not waited for yet, so the number is still its own.
            if let process = state.process { kill(-process, SIGKILL) }
        }
    }

    /// Waits until it has ended and returns its status; ends it when the time is up, and returns `nil`.
    func wait(until end: Int) -> Int32? {
        var pause: UInt32 = 500
        while true {
            if let status = collect(WNOHANG) { return status }
            guard PasswordCommand.now() < end else { break }
            usleep(pause)
            pause = min(pause * 2, 50_000)
        }
        self.end()
        _ = collect(0)
        return nil
    }

    private func collect(_ options: Int32) -> Int32? {
        state.withLock { state in
            guard let process = state.process else { return 0 }
            var status: Int32 = 0
            while true {
                let found = waitpid(process, &status, options)
                if found < 0, errno == EINTR { continue }
                guard found == process else { return found < 0 ? 0 : nil }
                state.process = nil
                return status
            }
        }
    }
}
