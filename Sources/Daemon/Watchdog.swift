import Glibc

/// Makes sure that the process ends, whatever hangs: everything that must last is committed already.
enum Watchdog {
    static func start(after patience: Duration) {
        let microseconds = UInt32(clamping: Int64(patience / .microseconds(1)))
        var timer = itimerval()
        timer.it_value.tv_sec = Int(microseconds / 1_000_000)
        timer.it_value.tv_usec = Int(microseconds % 1_000_000)
        signal(SIGALRM) { _ in _exit(0) }
        setitimer(__itimer_which_t(UInt32(ITIMER_REAL.rawValue)), &timer, nil)
    }
}
