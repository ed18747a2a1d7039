import Glibc

/// Threads on which the store waits for the disk.
///
/// GRDB's own asynchronous calls would run on libdispatch's pool, which wakes up once a second for as long as the
/// process lives; its synchronous ones run on the thread that asks.
final class StoreThreads: Sendable {
    typealias Job = @Sendable () -> Void

    private let jobs = JobQueue()

    /// Starts the threads; they end with this object, after the jobs that were given to it.
    init(_ count: Int) {
        for _ in 0..<count { jobs.startThread() }
    }

    deinit { jobs.finish() }

    /// Runs the job on one of the threads, after those given before.
    func run(_ job: @escaping Job) {
        jobs.add(job)
    }
}

/// Jobs and the threads that take them.
private final class JobQueue: @unchecked Sendable {
    // Guarded by the mutex.
    private var waiting: [StoreThreads.Job] = []
    private var taken = 0
    private var isFinished = false
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let news = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

    init() {
        pthread_mutex_init(mutex, nil)
        pthread_cond_init(news, nil)
    }

    deinit {
        pthread_cond_destroy(news)
        pthread_mutex_destroy(mutex)
        news.deallocate()
        mutex.deallocate()
    }

    func startThread() {
        var thread = pthread_t()
        let work = Unmanaged.passRetained(self)
        let failed = pthread_create(
            &thread, nil,
            { context in
                guard let context else { return nil }
                Unmanaged<JobQueue>.fromOpaque(context).takeRetainedValue().work()
                return nil
            }, work.toOpaque())
        precondition(failed == 0, "a process without threads has no store")
        pthread_detach(thread)
    }

    func add(_ job: @escaping StoreThreads.Job) {
        pthread_mutex_lock(mutex)
        waiting.append(job)
        pthread_mutex_unlock(mutex)
        pthread_cond_signal(news)
    }

    func finish() {
        pthread_mutex_lock(mutex)
        isFinished = true
        pthread_mutex_unlock(mutex)
        pthread_cond_broadcast(news)
    }

    private func work() {
        while let job = next() { job() }
    }

    /// Waits for a job; `nil` when there will be none.
    private func next() -> StoreThreads.Job? {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        while taken == waiting.count {
            if isFinished { return nil }
            pthread_cond_wait(news, mutex)
        }
        let job = waiting[taken]
        taken += 1
        if taken == waiting.count || taken >= 256 {
            waiting.removeFirst(taken)
            taken = 0
        }
        return job
    }
}
