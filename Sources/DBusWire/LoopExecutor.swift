internal import Glibc
internal import Synchronization

/// Runs one actor on one thread that sleeps in epoll.
final class LoopExecutor: SerialExecutor {
    /// What the thread serves besides the actor's jobs.
    protocol Source: AnyObject, Sendable {
        /// Handles what is ready; returns the time until it wants to be called again, in ms, -1 for never.
        func turn(ready: [Epoll.Ready]) -> Int32
    }

    /// Whether somebody must ring to have new work seen.
    private enum Phase: UInt8, AtomicRepresentable { case awake, alarmed, asleep }

    let epoll: Epoll
    private let phase = Atomic(Phase.awake)
    private let isStopping = Atomic(false)
    private let thread = Atomic<UInt>(0)
    private let jobs = Mutex<[UnownedJob]>([])
    private let source = Mutex<(any Source)?>(nil)

    /// Starts the thread; nil when the process has no descriptors or threads left.
    init?() {
        guard let epoll = Epoll() else { return nil }
        self.epoll = epoll
        var handle = pthread_t()
        let me = Unmanaged.passRetained(self)
        let result = pthread_create(
            &handle, nil,
            { context in
                guard let context else { return nil }
                Unmanaged<LoopExecutor>.fromOpaque(context).takeRetainedValue().run()
                return nil
            }, me.toOpaque())
        guard result == 0 else {
            me.release()
            return nil
        }
        pthread_detach(handle)
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        jobs.withLock { $0.append(job) }
        wake()
    }

    func isIsolatingCurrentContext() -> Bool? { thread.load(ordering: .relaxed) == UInt(pthread_self()) }

    func checkIsolated() {
        precondition(isIsolatingCurrentContext() == true, "not on the thread of this bus connection")
    }

    /// Has the thread look for work, from any thread; costs a system call only when it sleeps.
    func wake() {
        if phase.exchange(.alarmed, ordering: .acquiringAndReleasing) == .asleep { epoll.ring() }
    }

    /// Serves the source too, and keeps it alive, until `stop`.
    func serve(_ source: any Source) { self.source.withLock { $0 = source } }

    /// Ends the thread after the turn it is in.
    func stop() {
        isStopping.store(true, ordering: .releasing)
        wake()
    }

    private func run() {
        thread.store(UInt(pthread_self()), ordering: .relaxed)
        var ready: [Epoll.Ready] = []
        while true {
            for job in jobs.withLock({ jobs in
                defer { jobs.removeAll(keepingCapacity: true) }
                return jobs
            }) {
                job.runSynchronously(on: asUnownedSerialExecutor())
            }
            if isStopping.load(ordering: .acquiring) { break }
            let pause = source.withLock { $0 }?.turn(ready: ready) ?? -1
            let (canSleep, _) = phase.compareExchange(
                expected: .awake, desired: .asleep, ordering: .acquiringAndReleasing)
            epoll.wait(milliseconds: canSleep ? pause : 0, into: &ready)
            phase.store(.awake, ordering: .sequentiallyConsistent)
        }
        source.withLock { $0 = nil }
    }
}
