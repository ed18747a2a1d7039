internal import NIOPosix

/// A few threads for what blocks or computes for long: name servers, files, key derivation.
struct BlockingWork: Sendable {
    private let pool: NIOThreadPool

    init(threads: Int = 4) {
        pool = NIOThreadPool(numberOfThreads: threads)
        pool.start()
    }

    /// Runs the work on one of the threads; `done` is called there.
    func start(_ work: @escaping @Sendable () -> Void) {
        pool.submit { state in
            if case .active = state { work() }
        }
    }

    /// Runs the work and waits; `nil` as soon as the task is cancelled, while the work ends by itself.
    func run<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value? {
        let answer = OneShot<Value?>()
        start { answer.fill(work()) }
        return await answer.wait(orWhenCancelled: nil)
    }

    func shutDown() async { try? await pool.shutdownGracefully() }
}
