import Domain
import Logging
import Store
import Synchronization
import XMPPSessions

/// What all hooks share.
final class HookWorld: Sendable {
    let store: Store
    let host: any HookHost
    let clock: any SessionClock
    let now: @Sendable () -> Timestamp
    let log: Logger
    /// The daemon's environment.
    let environment: [String: String]
    let slots = HookSlots()
    let answers = Mutex(AnswerBudget())

    init(
        store: Store, host: any HookHost, clock: any SessionClock, now: @escaping @Sendable () -> Timestamp,
        log: Logger, environment: [String: String]
    ) {
        self.store = store
        self.host = host
        self.clock = clock
        self.now = now
        self.log = log
        self.environment = environment
    }
}
