import CLibc
import Glibc
import Synchronization

/// A process of ours with all it has started, which may be ended from any thread.
final class RunningProgram: Sendable {
    private struct State {
        var process: pid_t?
        var isUnwanted = false
    }

    private let state = Mutex(State())

    /// Starts it, unless it was killed before, and returns a descriptor that can be read from once it has ended, to be
    /// closed by the caller; `nil` when it could not be started.
    func start(_ spawn: () -> pid_t?) -> Int32? {
        state.withLock { state in
            guard !state.isUnwanted, let process = spawn() else { return nil }
            state.process = process
            let handle = saluton_process_handle(process)
            guard handle < 0 else { return handle }
            Glibc.kill(-process, SIGKILL)
            _ = Self.collect(process)
            state.process = nil
            return nil
        }
    }

    /// Asks it and all of its group to end.
    func ask() { send(SIGTERM) }

    /// Ends it and all of its group, at once; one that has not started yet never will.
    func kill() {
        state.withLock { $0.isUnwanted = true }
        send(SIGKILL)
    }

    /// Waits for its end and returns its status, as of `waitpid`; what is left of its group is killed.
    func collect(from handle: Int32) -> Int32 {
        var poll = pollfd(fd: handle, events: Int16(POLLIN), revents: 0)
        while Glibc.poll(&poll, 1, -1) < 0, errno == EINTR {}
        return state.withLock { state in
            guard let process = state.process else { return 0 }
            // Not waited for yet, so the number is still its own.
            Glibc.kill(-process, SIGKILL)
            state.process = nil
            return Self.collect(process)
        }
    }

    private func send(_ signal: Int32) {
        state.withLock { state in
            if let process = state.process { Glibc.kill(-process, signal) }
        }
    }

    private static func collect(_ process: pid_t) -> Int32 {
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        return status
    }
}
