/// A moment after which nobody waits any longer.
public struct Deadline: Sendable {
    private let moment: ContinuousClock.Instant

    public init(_ duration: Duration) { moment = .now + duration }

    /// Returns when it has come; false when the task was cancelled before.
    func wait() async -> Bool { (try? await Task.sleep(until: moment, clock: .continuous)) != nil }

    /// What the work returns; nil when the time is over first, and the work is cancelled then.
    public func run<Result: Sendable>(_ work: @escaping @Sendable () async throws -> Result) async throws -> Result? {
        try await withThrowingTaskGroup(of: Result?.self) { group in
            group.addTask { try await work() }
            group.addTask {
                try? await Task.sleep(until: moment, clock: .continuous)
                return nil
            }
            defer { group.cancelAll() }
            return try await group.next() ?? nil
        }
    }

    /// Waits for the first element that fits; false when the time is over, or the stream, before it came.
    func first<Element: Sendable>(
        of stream: AsyncStream<Element>, where fits: @escaping @Sendable (Element) -> Bool
    ) async -> Bool {
        let found = try? await run {
            for await element in stream where fits(element) { return true }
            return false
        }
        return found == true
    }
}
