public import Digests
import Glibc

/// A command of the user's that prints a password, such as `pass show xmpp/juliet`.
public enum PasswordCommand {
    /// Longest password line, in bytes.
    static let limit = 4096

    /// Runs the command by `/bin/sh` and takes the first line of what it prints.
    ///
    /// Blocks for at most `patience`; call it off the cooperative threads.  Errors: `password-command-failed` when it
    /// cannot run, ends with another status than 0, prints nothing, or takes too long.
    public static func run(_ command: String, patience seconds: Int32 = 60) throws(VaultError) -> Secret {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw failed("no pipe") }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        defer { close(ends[0]) }
        let process = spawn(command, output: ends[1])
        close(ends[1])
        guard let process else { throw failed("it could not be started") }
        let text = read(ends[0], patience: seconds)
        if text == nil { kill(-process, SIGKILL) }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        guard let text else { throw failed("it took longer than \(seconds) seconds or printed too much") }
        guard status == 0 else { throw failed("it ended with status \((status >> 8) & 0xFF)") }
        let line = text.prefix { $0 != 0x0A && $0 != 0x0D }
        guard !line.isEmpty else { throw failed("it printed nothing") }
        return Secret(line)
    }

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
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK))
        var arguments: [UnsafeMutablePointer<CChar>?] = [strdup("/bin/sh"), strdup("-c"), strdup(command)]
        arguments.append(nil)
        defer { arguments.forEach { free($0) } }
        var process: pid_t = 0
        return posix_spawn(&process, "/bin/sh", &actions, &attributes, arguments, environ) == 0 ? process : nil
    }

    private static func read(_ descriptor: Int32, patience: Int32) -> [UInt8]? {
        var text: [UInt8] = []
        let end = now() + Int(patience)
        var buffer = [UInt8](repeating: 0, count: limit)
        defer { buffer.withUnsafeMutableBytes { _ = $0.initializeMemory(as: UInt8.self, repeating: 0) } }
        while text.count <= limit {
            var poll = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            let left = end - now()
            guard left > 0 else { return nil }
            let ready = Glibc.poll(&poll, 1, Int32(clamping: left * 1000))
            if ready < 0, errno == EINTR { continue }
            guard ready > 0 else { return nil }
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            guard count >= 0 else { return nil }
            if count == 0 { return text }
            text.append(contentsOf: buffer[..<count])
        }
        return nil
    }

    private static func now() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec
    }
}
