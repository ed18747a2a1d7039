import Backend
import BusAPI
import DBusWire
import Domain
import Synchronization

/// Who wants to hear of events: signals with contents go to these callers only.
final class Subscribers: Sendable {
    /// Most subscribers at once.
    static let limit = 64

    private let watching = Mutex<[Caller: Bool]>([:])
    private let tree: ObjectTree
    private let outlet: Events1.Outlet
    private let backend: Backend

    init(tree: ObjectTree, outlet: Events1.Outlet, backend: Backend) {
        self.tree = tree
        self.outlet = outlet
        self.backend = backend
    }

    func add(_ call: BusCall, isWatching: Bool) throws(BusError) {
        let caller = call.caller
        let (isNew, isFull) = watching.withLock { watching in
            let isNew = watching[caller] == nil
            guard !isNew || watching.count < Self.limit else { return (false, true) }
            watching[caller] = isWatching
            return (isNew, false)
        }
        if isFull { throw BusError.limitExceeded.because("at most \(Self.limit) subscribers") }
        guard isNew else { return }
        let backend = backend
        tree.whenGone(caller) { [weak self] in
            self?.remove(caller)
            // Nobody waits for it: the caller has left.
            Task { [weak self] in await self?.tellAttention(to: backend) }
        }
    }

    func remove(_ caller: Caller) { watching.withLock { _ = $0.removeValue(forKey: caller) } }

    func tellAttention(to backend: Backend) async {
        await backend.setWatched(watching.withLock { $0.values.contains(true) })
    }

    func recorded(_ events: [Event]) {
        guard let first = events.first, let last = events.last else { return }
        let callers = watching.withLock { Array($0.keys) }
        guard !callers.isEmpty else { return }
        let rows = EventRows.signal(events)
        for caller in callers {
            outlet.recorded(
                first: UInt64(clamping: first.number), last: UInt64(clamping: last.number), events: rows, to: caller)
        }
    }
}
