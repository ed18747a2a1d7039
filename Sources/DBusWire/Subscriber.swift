internal import Synchronization

/// One subscription: a rule and a bounded queue.
public final class Subscriber: Sendable {
    public let rule: MatchRule
    private let queue: AsyncStream<Delivery>.Continuation
    private let hasMissed = Mutex(false)

    public init(rule: MatchRule, queue: AsyncStream<Delivery>.Continuation) {
        self.rule = rule
        self.queue = queue
    }

    /// Queues a delivery; when the queue is full, a `resync` takes the place of all that is lost.
    public func deliver(_ delivery: Delivery) {
        hasMissed.withLock { hasMissed in
            if hasMissed {
                guard case .enqueued = queue.yield(.resync) else { return }
                hasMissed = false
            }
            if case .dropped = queue.yield(delivery) { hasMissed = true }
        }
    }

    public func finish() { queue.finish() }
}
