import Foundation
import Glibc

/// A program of ours that a test has started; it does not outlive this object.
final class Program: @unchecked Sendable {
    // The end is guarded by the lock; all else is constant.
    struct CannotStart: Error { let path: String, code: Int32 }

    let process: pid_t
    private let lock = NSCondition()
    private var status: Int32?
    private var waiters: [CheckedContinuation<Int32, Never>] = []

    /// The programs are built beside the tests.
    static func path(_ name: String) -> String {
        let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        return URL(fileURLWithPath: tests).deletingLastPathComponent().appendingPathComponent(name).path
    }

    /// Starts a program with clean signals.
    /// - Parameters:
    ///   - command: an absolute path and arguments.
    ///   - input: a file to read from.
    ///   - output: a file that takes what it prints, at its end.
    init(
        _ command: [String], environment: [String: String], input: String = "/dev/null", output: String,
        complaints: String
    ) throws {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, input, O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, complaints, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // Threads of the test runner block signals, and a child would inherit that.
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
        let arguments: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
        let variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup("\($0)=\($1)") } + [nil]
        defer { for text in arguments + variables { free(text) } }
        var started: pid_t = 0
        let code = posix_spawn(&started, command[0], &actions, &attributes, arguments, variables)
        guard code == 0 else { throw CannotStart(path: command[0], code: code) }
        process = started
        Thread.detachNewThread { [self] in reap(process) }
    }

    /// The exit status once it has ended; 128 and more for a signal.
    func ended() async -> Int32 {
        await withCheckedContinuation { continuation in
            let known: Int32? = lock.withLock {
                if status == nil { waiters.append(continuation) }
                return status
            }
            if let known { continuation.resume(returning: known) }
        }
    }

    /// The same, but a program that does not end in time is killed, and that is an error.
    func ended(_ what: String, within limit: Duration = patience) async throws -> Int32 {
        let isLate = Task {
            guard (try? await Task.sleep(for: limit)) != nil else { return false }
            send(SIGKILL)
            return true
        }
        let status = await ended()
        isLate.cancel()
        if await isLate.value { throw Overdue(what) }
        return status
    }

    /// Sends a signal, unless it has ended.
    func send(_ signal: Int32) {
        lock.withLock { if status == nil { _ = kill(process, signal) } }
    }

    /// Ends it at once and waits for that.
    func destroy() {
        send(SIGKILL)
        lock.withLock { while status == nil { lock.wait() } }
    }

    private func reap(_ process: pid_t) {
        var facts = siginfo_t()
        // Reaped only under the lock, so that no signal goes to a stranger with the same number.
        while waitid(P_PID, id_t(process), &facts, WEXITED | WNOWAIT) < 0, errno == EINTR {}
        let (status, waiting) = lock.withLock {
            var raw: Int32 = 0
            waitpid(process, &raw, 0)
            let signal = raw & 0x7F
            let status = signal == 0 ? (raw >> 8) & 0xFF : 128 + signal
            self.status = status
            lock.broadcast()
            defer { waiters = [] }
            return (status, waiters)
        }
        for waiter in waiting { waiter.resume(returning: status) }
    }
}
