internal import Synchronization

/// Who waits for an answer; told exactly once, from any thread.
final class PendingCall: Sendable {
    typealias Completion = @Sendable (Result<[Value], WireError>) -> Void

    private let completion: Mutex<Completion?>

    init(_ completion: @escaping Completion) { self.completion = Mutex(completion) }

    func resume(_ result: Result<[Value], WireError>) {
        let completion = completion.withLock { completion in
            defer { completion = nil }
            return completion
        }
        completion?(result)
    }
}
