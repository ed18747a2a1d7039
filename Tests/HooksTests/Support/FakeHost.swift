import Domain
import Hooks
import Synchronization

/// A daemon that only writes down what it is to send.
final class FakeHost: HookHost {
    private struct State {
        var answers: [HookAnswer] = []
        var watchers: [CheckedContinuation<Void, Never>] = []
        var refusal: String?
    }

    private let state = Mutex(State())

    var answers: [HookAnswer] { state.withLock(\.answers) }

    func refuse(_ reason: String?) { state.withLock { $0.refusal = reason } }

    func ownSide(of account: AccountID) async -> OwnSide? {
        OwnSide(jid: "juliet@example.com", show: "away", isWatched: false)
    }

    func send(_ answer: HookAnswer) async -> String? {
        let (refusal, watchers) = state.withLock { state in
            if state.refusal == nil { state.answers.append(answer) }
            defer { state.watchers = [] }
            return (state.refusal, state.watchers)
        }
        for watcher in watchers { watcher.resume() }
        return refusal
    }

    /// Returns once so many answers were sent.
    func sent(_ count: Int) async -> [HookAnswer] {
        while answers.count < count {
            await withCheckedContinuation { continuation in
                let isReady = state.withLock { state in
                    if state.answers.count >= count { return true }
                    state.watchers.append(continuation)
                    return false
                }
                if isReady { continuation.resume() }
            }
        }
        return answers
    }
}
