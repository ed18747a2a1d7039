import Backend
import BusServer
import Desktop
import Domain
import Hooks
import Store
import Synchronization
import XMPPAddresses
import XMPPExtensions

/// Passes on what the backend and the store tell: to the bus first, then to notifications and hooks.
final class Announcer: BackendObserver {
    private struct Others {
        var notifier: Notifier?
        var hooks: Hooks?
    }

    private let face: BusFace
    private let others = Mutex(Others())

    init(_ face: BusFace) { self.face = face }

    /// Tells these, too, from now on.
    func add(_ notifier: Notifier?, _ hooks: Hooks) {
        others.withLock { $0 = Others(notifier: notifier, hooks: hooks) }
    }

    func changed(_ account: AccountSnapshot, _ service: AccountService) {
        face.changed(account, service)
        others.withLock(\.notifier)?.changed(account)
    }

    func removed(_ account: AccountID) { face.removed(account) }

    func opened(_ conversation: Conversation) { face.opened(conversation) }

    func recorded(_ events: [Event]) { face.recorded(events) }

    func chatStates(_ states: [String: ChatState], in peer: BareJID, of account: AccountID) {
        face.chatStates(states, in: peer, of: account)
    }

    func committed(_ committed: Committed) {
        face.committed(committed)
        guard !committed.events.isEmpty else { return }
        let (notifier, hooks) = others.withLock { ($0.notifier, $0.hooks) }
        notifier?.recorded(committed.events)
        hooks?.recorded(committed.events)
    }
}
