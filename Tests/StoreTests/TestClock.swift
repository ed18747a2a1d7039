import Domain
import Synchronization

/// A clock that only moves when told.
final class TestClock: Sendable {
    private let now = Mutex(Timestamp(microseconds: 1_000_000))

    var read: @Sendable () -> Timestamp {
        { self.now.withLock { $0 } }
    }

    func set(_ microseconds: Int64) {
        now.withLock { $0 = Timestamp(microseconds: microseconds) }
    }
}
