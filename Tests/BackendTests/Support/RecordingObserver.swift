import Backend
import Domain
import Store
import Synchronization
import XMPPAddresses
import XMPPExtensions

/// Remembers what the backend told, and waits for more of it.
final class RecordingObserver: BackendObserver {
    struct State: Sendable {
        var snapshots: [AccountSnapshot] = []
        var removed: [AccountID] = []
        var opened: [Conversation] = []
        var events: [Event] = []
        var chatStates: [String: ChatState] = [:]

        /// What was told of an account last.
        func last(_ account: AccountID) -> AccountSnapshot? { snapshots.last { $0.account.id == account } }
    }

    private struct Box {
        var state = State()
        var watchers: [CheckedContinuation<Void, Never>] = []
    }

    private let box = Mutex(Box())

    var state: State { box.withLock(\.state) }

    /// What `look` gives as soon as it gives anything.
    func until<Value: Sendable>(_ look: (State) -> Value?) async -> Value {
        while true {
            let seen = state
            if let value = look(seen) { return value }
            await withCheckedContinuation { continuation in
                let isReady = box.withLock { box in
                    if look(box.state) != nil { return true }
                    box.watchers.append(continuation)
                    return false
                }
                if isReady { continuation.resume() }
            }
        }
    }

    /// The snapshot as soon as the account is in this state.
    @discardableResult
    func reached(_ state: AccountState, _ account: AccountID) async -> AccountSnapshot {
        await until { seen in seen.last(account).flatMap { $0.state == state ? $0 : nil } }
    }

    /// The first event that fits.
    @discardableResult
    func event(_ kind: EventKind, holding text: String = "") async -> Event {
        await until { seen in seen.events.first { $0.kind == kind && $0.payload.contains(text) } }
    }

    /// Returns once this is what somebody is told to do; `nil`: nothing.
    func chatState(_ state: ChatState?, of person: String) async {
        await until { seen in seen.chatStates[person] == state ? () : nil }
    }

    func events(_ kind: EventKind) -> [Event] { state.events.filter { $0.kind == kind } }

    private func change(_ action: (inout State) -> Void) {
        let watchers = box.withLock { box in
            action(&box.state)
            defer { box.watchers = [] }
            return box.watchers
        }
        for watcher in watchers { watcher.resume() }
    }

    func changed(_ account: AccountSnapshot, _ service: AccountService) { change { $0.snapshots.append(account) } }
    func removed(_ account: AccountID) { change { $0.removed.append(account) } }
    func opened(_ conversation: Conversation) { change { $0.opened.append(conversation) } }
    func recorded(_ events: [Event]) { change { $0.events += events } }

    func chatStates(_ states: [String: ChatState], in peer: BareJID, of account: AccountID) {
        change { state in
            state.chatStates = state.chatStates.filter { !$0.key.hasPrefix(peer.description) }
            state.chatStates.merge(states) { $1 }
        }
    }

    func committed(_ committed: Committed) {
        for conversation in committed.opened { opened(conversation) }
        recorded(committed.events)
    }
}
