import Glibc

/// The signals that end the daemon, as a stream.
///
/// They are blocked in every thread, so the first call must come before there is a second one.
struct Signals {
    private static func set() -> sigset_t {
        var set = sigset_t()
        sigemptyset(&set)
        for signal in [SIGTERM, SIGINT, SIGHUP] { sigaddset(&set, signal) }
        return set
    }

    static func block() {
        var set = set()
        pthread_sigmask(SIG_BLOCK, &set, nil)
        signal(SIGPIPE, SIG_IGN)
    }

    /// Each signal as it comes; a thread sleeps in `sigwait` for it.
    static func stream() -> AsyncStream<Int32> {
        let (stream, continuation) = AsyncStream<Int32>.makeStream(bufferingPolicy: .bufferingNewest(4))
        let box = Unmanaged.passRetained(Box(continuation))
        var thread = pthread_t()
        let failed = pthread_create(&thread, nil, { context in
            guard let context else { return nil }
            let box = Unmanaged<Box>.fromOpaque(context).takeRetainedValue()
            var set = Signals.set()
            while true {
                var signal: Int32 = 0
                if sigwait(&set, &signal) == 0 { box.continuation.yield(signal) }
            }
        }, box.toOpaque())
        if failed != 0 { box.release() }
        return stream
    }

    private final class Box: Sendable {
        let continuation: AsyncStream<Int32>.Continuation
        init(_ continuation: AsyncStream<Int32>.Continuation) { self.continuation = continuation }
    }
}
