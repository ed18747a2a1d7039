import Synchronization
import XMPPSessions

/// The door to the network, with the test behind it.
final class ScriptedConnector: StreamConnector {
    /// One attempt to log in that waits for the test's answer.
    struct Attempt: Sendable {
        let request: LoginRequest
        fileprivate let answer: Answer

        func succeed(_ outcome: LoginOutcome) { answer.give(.success(outcome)) }
        func fail(_ problem: StreamProblem) { answer.give(.failure(problem)) }
        /// Returns once the attempt was given up.
        func cancelled() async { await answer.cancelled() }
    }

    fileprivate final class Answer: Sendable {
        private struct State {
            var result: Result<LoginOutcome, StreamProblem>?
            var waiter: CheckedContinuation<Result<LoginOutcome, StreamProblem>, Never>?
            var isCancelled = false
            var watchers: [CheckedContinuation<Void, Never>] = []
        }

        private let state = Mutex(State())

        func give(_ result: Result<LoginOutcome, StreamProblem>) {
            let waiter: CheckedContinuation<Result<LoginOutcome, StreamProblem>, Never>? = state.withLock { state in
                guard state.result == nil else { return nil }
                state.result = result
                return state.waiter.take()
            }
            waiter?.resume(returning: result)
        }

        func wait() async -> Result<LoginOutcome, StreamProblem> {
            await withCheckedContinuation { continuation in
                let result = state.withLock { state in
                    if state.result == nil { state.waiter = continuation }
                    return state.result
                }
                if let result { continuation.resume(returning: result) }
            }
        }

        func cancel() {
            let watchers = state.withLock { state in
                state.isCancelled = true
                defer { state.watchers = [] }
                return state.watchers
            }
            for watcher in watchers { watcher.resume() }
            give(.failure(StreamProblem(code: "cancelled", sentence: "The attempt was given up.")))
        }

        func cancelled() async {
            await withCheckedContinuation { continuation in
                let isCancelled = state.withLock { state in
                    if !state.isCancelled { state.watchers.append(continuation) }
                    return state.isCancelled
                }
                if isCancelled { continuation.resume() }
            }
        }
    }

    private let attempts: AsyncStream<Attempt>
    private let arrivals: AsyncStream<Attempt>.Continuation
    private let number = Mutex(0)

    init() { (attempts, arrivals) = AsyncStream.makeStream() }

    /// How many attempts there were.
    var count: Int { number.withLock { $0 } }

    /// The next attempt, waiting for it.
    func next() async throws -> Attempt {
        for await attempt in attempts { return attempt }
        throw CancellationError()
    }

    func connect(_ request: LoginRequest) async throws(StreamProblem) -> LoginOutcome {
        let answer = Answer()
        number.withLock { $0 += 1 }
        arrivals.yield(Attempt(request: request, answer: answer))
        return try await withTaskCancellationHandler {
            await answer.wait()
        } onCancel: {
            answer.cancel()
        }.get()
    }
}
