import Glibc

/// Runs what blocks on a thread of its own, so that the few cooperative threads stay free.
public enum OffLoop {
    public static func run<Result: Sendable>(_ work: @escaping @Sendable () -> Result) async -> Result {
        await withCheckedContinuation { continuation in
            let job = Unmanaged.passRetained(Job { continuation.resume(returning: work()) })
            var thread = pthread_t()
            let failed = pthread_create(
                &thread, nil,
                { context in
                    guard let context else { return nil }
                    Unmanaged<Job>.fromOpaque(context).takeRetainedValue().work()
                    return nil
                }, job.toOpaque())
            if failed == 0 {
                pthread_detach(thread)
            } else {
                // No thread to be had: slower for the others, but not lost.
                job.takeRetainedValue().work()
            }
        }
    }

    private final class Job: Sendable {
        let work: @Sendable () -> Void
        init(_ work: @escaping @Sendable () -> Void) { self.work = work }
    }
}
