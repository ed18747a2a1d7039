/// Time as a session needs it: one that only goes on, also while the machine is suspended.
public protocol SessionClock: Sendable {
    /// Time since a fixed moment of this clock.
    var now: Duration { get }
    /// Returns at that instant, or at once when it is past.  Throws only when the task is cancelled.
    func sleep(until instant: Duration) async throws
}

/// The machine's own clock.
public struct ContinuousSessionClock: SessionClock {
    private let clock = ContinuousClock()
    private let start: ContinuousClock.Instant

    public init() { start = ContinuousClock().now }

    public var now: Duration { start.duration(to: clock.now) }

    public func sleep(until instant: Duration) async throws {
        try await clock.sleep(until: start.advanced(by: instant), tolerance: .milliseconds(500))
    }
}
