internal import CLibc
internal import Foundation
internal import Glibc

/// A foreign program of one test, started with clean signals; what it prints goes to a file and to who waits for it.
final class ChildProcess: Sendable {
    enum Failure: Error { case cannotStart(String) }

    private let process: pid_t
    private let output: Int32
    private let log: URL

    /// Looks the program up in the path, `/usr/sbin` included.
    init(_ arguments: [String], log: URL) throws {
        var pipe: [Int32] = [0, 0]
        guard saluton_pipe(&pipe) == 0 else { throw Failure.cannotStart("no pipe") }
        defer { close(pipe[1]) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, pipe[1], 1)
        posix_spawn_file_actions_adddup2(&actions, pipe[1], 2)
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
        let folders = ["/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin"]
        let paths: [String] = folders.map { folder in "\(folder)/\(arguments[0])" }
        guard let path = paths.first(where: { access($0, X_OK) == 0 })
        else { throw Failure.cannotStart("\(arguments[0]) is not installed") }
        var pointers: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
        defer { for pointer in pointers { free(pointer) } }
        var started: pid_t = 0
        let result = posix_spawn(&started, path, &actions, &attributes, &pointers, environ)
        guard result == 0 else {
            close(pipe[0])
            throw Failure.cannotStart("\(arguments[0]): error \(result)")
        }
        process = started
        output = pipe[0]
        self.log = log
    }

    /// Reads what is printed until it says so often enough that it is ready; the rest is read by a thread.
    func waitUntilPrinted(_ text: String, times: Int = 1) throws {
        let file = open(log.path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        var printed = ""
        while printed.components(separatedBy: text).count <= times {
            guard let more = read(to: file) else {
                close(file)
                throw Failure.cannotStart(printed)
            }
            printed += more
        }
        Thread.detachNewThread { [self] in
            while read(to: file) != nil {}
            close(file)
            close(output)
        }
    }

    /// Sends the signal and waits for the end.  To be called once.
    func end(_ signal: Int32) {
        kill(process, signal)
        var status: Int32 = 0
        waitpid(process, &status, 0)
    }

    private func read(to file: Int32) -> String? {
        var buffer = [UInt8](repeating: 0, count: 4_096)
        let count = Glibc.read(output, &buffer, buffer.count)
        guard count > 0 else { return nil }
        _ = write(file, buffer, count)
        return String(decoding: buffer.prefix(count), as: UTF8.self)
    }
}
