import Backend
import Desktop
import Domain
import Synchronization

/// A daemon that only says what a test tells it to.
final class FakeHost: NotificationHost {
    struct State: Sendable {
        var settings = NotificationSettings()
        var facts: [ConversationID: ConversationFacts] = [:]
        var requests: [String]? = []
        var wishes: [NotificationWish] = []
        var watchers: [CheckedContinuation<Void, Never>] = []
        var isHolding = false
        var held: [CheckedContinuation<Void, Never>] = []
    }

    private let state = Mutex(State())

    func set(_ change: (inout State) -> Void) { state.withLock { change(&$0) } }

    var wishes: [NotificationWish] { state.withLock(\.wishes) }

    var notificationSettings: NotificationSettings { get async { state.withLock(\.settings) } }

    func facts(of conversation: ConversationID) async -> ConversationFacts? {
        state.withLock { $0.facts[conversation] }
    }

    func waitingRequests(of account: AccountID) async -> [String]? { state.withLock(\.requests) }

    func fulfil(_ wish: NotificationWish) async -> String? {
        let watchers = state.withLock { state in
            state.wishes.append(wish)
            defer { state.watchers = [] }
            return state.watchers
        }
        for watcher in watchers { watcher.resume() }
        await withCheckedContinuation { continuation in
            let isHeld = state.withLock { state in
                if state.isHolding { state.held.append(continuation) }
                return state.isHolding
            }
            if !isHeld { continuation.resume() }
        }
        return nil
    }

    /// From now on wishes are heard and not done, until `release`.
    func hold() { state.withLock { $0.isHolding = true } }

    func release() {
        let held = state.withLock { state in
            state.isHolding = false
            defer { state.held = [] }
            return state.held
        }
        for continuation in held { continuation.resume() }
    }

    /// Returns once there were so many wishes.
    func wished(_ count: Int) async -> [NotificationWish] {
        while wishes.count < count {
            await withCheckedContinuation { continuation in
                let isReady = state.withLock { state in
                    if state.wishes.count >= count { return true }
                    state.watchers.append(continuation)
                    return false
                }
                if isReady { continuation.resume() }
            }
        }
        return wishes
    }
}
