internal import Synchronization

/// One subscription: a rule and a bounded queue.
final class Subscriber: Sendable {
    let rule: MatchRule
    private let queue: AsyncStream<Delivery>.Continuation
    private let hasMissed = Mutex(false)

    init(rule: MatchRule, queue: AsyncStream<Delivery>.Continuation) {
        self.rule = rule
        self.queue = queue
    }

    /// Queues a delivery; when the queue is full, a `resync` takes the place of all that is lost.
    func deliver(_ delivery: Delivery) {
        hasMissed.withLock { hasMissed in
            if hasMissed {
                guard case .enqueued = queue.yield(.resync) else { return }
                hasMissed = false
            }
            if case .dropped = queue.yield(delivery) { hasMissed = true }
        }
    }

    func finish() { queue.finish() }
}
