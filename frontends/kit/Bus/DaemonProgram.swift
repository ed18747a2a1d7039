internal import DBusWire
@preconcurrency internal import Glibc

/// The daemon's program file, and how it is run.
enum DaemonProgram {
    /// Beside our own program, else in `PATH`; nil where there is none.
    static func find() -> String? {
        candidates(own: ownPath(), path: getenv("PATH").map { String(cString: $0) })
            .first { access($0, X_OK) == 0 }
    }

    /// Where it may be, in order.  Relative folders of `PATH` are left out: what lies in the working folder is not ours.
    static func candidates(own: String?, path: String?) -> [String] {
        let beside = own?.lastIndex(of: "/").flatMap { end in own.map { String($0[...end]) } }
        let folders = (path ?? "").split(separator: ":").filter { $0.hasPrefix("/") }.map { String($0) + "/" }
        return ([beside].compactMap { $0 } + folders).map { $0 + "salutond" }
    }

    /// Runs `salutond --daemon` until it has detached itself; returns what it wrote to standard error.
    static func run(_ program: String) async throws(Unreachable) -> String {
        let end = await withCheckedContinuation { (done: CheckedContinuation<End?, Never>) in
            // A thread of its own: waiting for a process would hold up one of the few that tasks share.
            DetachedThread.run { done.resume(returning: spawnAndWait(program)) }
        }
        guard let end else { throw .didNotStart("\(program) cannot be run") }
        guard end.status == 0 else {
            throw .didNotStart(end.words.isEmpty ? "\(program) ended with status \(end.status)" : end.words)
        }
        return end.words
    }

    /// How a process ended.
    private struct End {
        /// 128 and more for a signal.
        var status: Int32
        /// The last of what it wrote to standard error.
        var words: String
    }

    private static func ownPath() -> String? {
        let bytes = [UInt8](unsafeUninitializedCapacity: Int(PATH_MAX)) { buffer, count in
            count = buffer.withMemoryRebound(to: CChar.self) {
                max(0, readlink("/proc/self/exe", $0.baseAddress!, $0.count))
            }
        }
        return bytes.isEmpty ? nil : String(validating: bytes, as: UTF8.self)
    }

    /// Nil when it could not be run.
    private static func spawnAndWait(_ program: String) -> End? {
        guard let (process, words) = start(program) else { return nil }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 {
            guard errno == EINTR else { return nil }
        }
        let signal = status & 0x7F
        return End(status: signal == 0 ? (status >> 8) & 0xFF : 128 + signal, words: lastLine(words.number))
    }

    /// The process, and where to read what it complains of.
    private static func start(_ program: String) -> (process: pid_t, words: OwnedDescriptor)? {
        guard let pipe = OwnedDescriptor.pipe() else { return nil }
        // Neither may we wait for words that do not come, nor the daemon for us to read them.
        for end in [pipe.reading, pipe.writing] { _ = fcntl(end.number, F_SETFL, O_NONBLOCK) }
        return spawn(program, words: pipe.writing.number).map { ($0, pipe.reading) }
    }

    private static func lastLine(_ descriptor: Int32) -> String {
        let bytes = [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
            count = max(0, read(descriptor, buffer.baseAddress, buffer.count))
        }
        return bytes.split(separator: UInt8(ascii: "\n")).last.map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    private static func spawn(_ program: String, words: Int32) -> pid_t? {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, words, STDERR_FILENO)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        resetSignals(&attributes)
        let arguments = [strdup(program), strdup("--daemon")]
        defer { for argument in arguments { free(argument) } }
        var process = pid_t()
        let result = posix_spawn(&process, program, &actions, &attributes, arguments + [nil], environ)
        return result == 0 ? process : nil
    }

    /// The threads of tasks block signals, and libdbus ignores SIGPIPE; the daemon must not inherit either.
    private static func resetSignals(_ attributes: inout posix_spawnattr_t) {
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        for signal in [SIGHUP, SIGINT, SIGQUIT, SIGPIPE, SIGTERM, SIGCHLD] { sigaddset(&signals, signal) }
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    }
}
