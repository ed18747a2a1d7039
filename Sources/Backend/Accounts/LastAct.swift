import Domain
import Synchronization

/// When the user last did something with an account; from any thread.
final class LastAct: Sendable {
    private let moment: Atomic<Int64>

    init(_ moment: Timestamp) { self.moment = Atomic(moment.microseconds) }

    func note(_ now: Timestamp) { moment.store(now.microseconds, ordering: .relaxed) }

    /// Whole seconds since then; 0 when the clock went back.
    func seconds(_ now: Timestamp) -> UInt64 {
        let elapsed = now.microseconds.subtractingReportingOverflow(moment.load(ordering: .relaxed))
        return elapsed.overflow || elapsed.partialValue < 0 ? 0 : UInt64(elapsed.partialValue / 1_000_000)
    }
}
