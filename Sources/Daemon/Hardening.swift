import CLibc
import CRuntime
import Glibc

/// What the process gives up before it does anything else.
enum Hardening {
    static func apply() {
        precondition(saluton_executor_threads() > 0, "there are threads to run tasks")
        umask(0o077)
        var none = rlimit(rlim_cur: 0, rlim_max: 0)
        setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
        // A file that may not grow is a full disk, not the end.
        signal(SIGXFSZ, SIG_IGN)
        _ = saluton_undumpable()
        _ = saluton_no_new_privileges()
    }
}
