/// When and how a daemon is killed.
enum Kill: Sendable {
    /// So long after it was on the bus.
    case after(Duration)
    /// As it enters this system call for the nth time, in any thread of it: a boundary of what is written.
    case entering(String, nth: Int)

    /// The program that runs the daemon and kills it.
    var prefix: [String] {
        guard case .entering(let call, let nth) = self else { return [] }
        return [
            "/usr/bin/strace", "-f", "-qq", "-o", "/dev/null", "--seccomp-bpf", "-e", "trace=\(call)", "-e",
            "inject=\(call):signal=SIGKILL:when=\(nth)",
        ]
    }
}
