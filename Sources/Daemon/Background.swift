import Glibc

/// Starts the daemon a second time, away from the terminal, and waits until it serves or has failed.
enum Background {
    /// The option by which the second process knows where to report.
    static let option = "--report-to"

    /// Returns the exit code for this process.
    static func start(_ arguments: [String]) -> Int32 {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { return Failure.Code.failure.rawValue }
        _ = fcntl(ends[0], F_SETFD, FD_CLOEXEC)
        guard let process = spawn(arguments + [option, String(ends[1])]) else {
            complain("salutond: cannot start in the background: \(String(cString: strerror(errno)))\n")
            return Failure.Code.failure.rawValue
        }
        close(ends[1])
        var byte: UInt8 = 0
        if read(ends[0], &byte, 1) == 1 { return 0 }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        return status & 0x7F == 0 ? (status >> 8) & 0xFF : Failure.Code.failure.rawValue
    }

    /// Leaves the terminal and its folder; called in the second process.
    static func detach() {
        setsid()
        _ = chdir("/")
    }

    /// Tells the first process that all is well.
    static func report(to descriptor: Int32) {
        var byte: UInt8 = 1
        _ = write(descriptor, &byte, 1)
        close(descriptor)
        // From now on nobody reads what would go to the terminal.
        let null = open("/dev/null", O_RDWR | O_CLOEXEC)
        guard null >= 0 else { return }
        dup2(null, STDOUT_FILENO)
        dup2(null, STDERR_FILENO)
        close(null)
    }

    private static func spawn(_ arguments: [String]) -> pid_t? {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        var list = arguments.map { strdup($0) }
        list.append(nil)
        defer { for text in list { free(text) } }
        var process: pid_t = 0
        return posix_spawn(&process, ownPath, &actions, nil, list, environ) == 0 ? process : nil
    }

    /// The file of this program; its name is what the process list will show.
    private static var ownPath: String {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let length = readlink("/proc/self/exe", &buffer, buffer.count - 1)
        guard length > 0 else { return "/proc/self/exe" }
        return String(decoding: buffer[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    static func complain(_ text: String) {
        var text = text
        text.withUTF8 { _ = write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }
}
