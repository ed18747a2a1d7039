import CLibc
import Glibc

extension ProgramCall {
    func spawn(with pipes: ProgramPipes) -> pid_t? {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, pipes.input, STDIN_FILENO)
        posix_spawn_file_actions_adddup2(&actions, pipes.output, STDOUT_FILENO)
        if pipes.complaints >= 0 { posix_spawn_file_actions_adddup2(&actions, pipes.complaints, STDERR_FILENO) }
        _ = saluton_spawn_bare(&actions)
        if let folder { _ = saluton_spawn_in(&actions, folder) }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        Self.prepare(&attributes)
        var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) } + [nil]
        var variables: [UnsafeMutablePointer<CChar>?] = (environment ?? []).map { strdup($0) } + [nil]
        defer { for text in words + variables { free(text) } }
        var process: pid_t = 0
        let isInherited = environment == nil
        let result = variables.withUnsafeMutableBufferPointer {
            posix_spawn(&process, path, &actions, &attributes, &words, isInherited ? environ : $0.baseAddress)
        }
        return result == 0 ? process : nil
    }

    /// A group of its own, and signals as every program expects them.
    private static func prepare(_ attributes: inout posix_spawnattr_t) {
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setpgroup(&attributes, 0)
        // What the daemon ignores would be ignored by the program, too.
        var usual = sigset_t()
        sigemptyset(&usual)
        sigaddset(&usual, SIGPIPE)
        sigaddset(&usual, SIGXFSZ)
        posix_spawnattr_setsigdefault(&attributes, &usual)
        posix_spawnattr_setflags(
            &attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    }
}
