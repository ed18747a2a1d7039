import Digests
import Glibc
import Synchronization

/// A command of the user's that prints a password, such as `pass show xmpp/juliet`.
enum PasswordCommand {
    /// Longest password line, in bytes.
    static let limit = 4096

    /// Runs the command by `/bin/sh` and takes the first line of what it prints.
    ///
    /// Takes at most about `patience`, in seconds; cancelling the task ends the command.  Errors:
    /// `password-command-failed` when it cannot run, ends with another status than 0, prints nothing, or takes too long.
    static func secret(from command: String, patience: Int32 = 60) async throws(VaultError) -> Secret {
        let process = RunningCommand()
        let outcome = await withTaskCancellationHandler {
            await OffLoop.run { () -> Result<Secret, VaultError> in
                do throws(VaultError) { return .success(try run(command, patience, process)) } catch {
                    return .failure(error)
                }
            }
        } onCancel: {
            process.end()
        }
        return try outcome.get()
    }

    private static func run(
        _ command: String, _ seconds: Int32, _ process: RunningCommand
    ) throws(VaultError) -> Secret {
        guard let output = start(command, process) else { throw failed("it could not be started") }
        defer { close(output) }
        let end = now() + Int(seconds) * 1000
        let text = read(output, until: end)
        if text == nil { process.end() }
        guard let status = process.wait(until: end), let text else {
            throw failed("it took longer than \(seconds) seconds or printed too much")
        }
        guard status & 0x7F == 0 else { throw failed("signal \(status & 0x7F) ended it") }
        guard status == 0 else { throw failed("it ended with status \((status >> 8) & 0xFF)") }
        let line = text.prefix { $0 != 0x0A && $0 != 0x0D }
        guard !line.isEmpty else { throw failed("it printed nothing") }
        return Secret(line)
    }

    /// Starts the command and returns where to read what it prints.
    private static func start(_ command: String, _ process: RunningCommand) -> Int32? {
        // One at a time, so that no command inherits another's end of a pipe.
        starting.withLock { _ in
            var ends: [Int32] = [0, 0]
            guard pipe(&ends) == 0 else { return nil }
            for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
            let isStarted = process.start { spawn(command, output: ends[1]) }
            close(ends[1])
            if isStarted { return ends[0] }
            close(ends[0])
            return nil
        }
    }

    private static let starting = Mutex(())

    private static func failed(_ reason: String) -> VaultError {
        VaultError(
            code: "password-command-failed",
            sentence: "The password command of this account failed: \(reason).  Try it in a terminal.")
    }

    private static func spawn(_ command: String, output: Int32) -> pid_t? {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setpgroup(&attributes, 0)
        // What the daemon ignores would be ignored by the command, too.
        var usual = sigset_t()
        sigemptyset(&usual)
        sigaddset(&usual, SIGPIPE)
        sigaddset(&usual, SIGXFSZ)
        posix_spawnattr_setsigdefault(&attributes, &usual)
        posix_spawnattr_setflags(
            &attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
        var arguments: [UnsafeMutablePointer<CChar>?] = [strdup("/bin/sh"), strdup("-c"), strdup(command)]
        arguments.append(nil)
        defer { for text in arguments { free(text) } }
        var process: pid_t = 0
        return posix_spawn(&process, "/bin/sh", &actions, &attributes, arguments, environ) == 0 ? process : nil
    }

    private static func read(_ descriptor: Int32, until end: Int) -> [UInt8]? {
        var text: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: limit)
        defer { buffer.withUnsafeMutableBytes { _ = $0.initializeMemory(as: UInt8.self, repeating: 0) } }
        while text.count <= limit {
            var poll = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            let left = end - now()
            guard left > 0 else { return nil }
            let ready = Glibc.poll(&poll, 1, Int32(clamping: left))
            if ready < 0, errno == EINTR { continue }
            guard ready > 0 else { return nil }
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            guard count >= 0 else { return nil }
            if count == 0 { return text }
            text.append(contentsOf: buffer[..<count])
        }
        return nil
    }

    /// Milliseconds of a clock that only goes on.
    static func now() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
    }
}
