internal import Synchronization

/// The queue between all threads and the bus thread.
final class Outbox: Sendable {
    private struct State {
        var orders: [Order] = []
        var isClosed = false
    }

    private let state = Mutex(State())
    private let isCongested = Atomic(false)
    private let executor: LoopExecutor

    init(executor: LoopExecutor) { self.executor = executor }

    /// Queues an order; false when the connection is closed.
    @discardableResult
    func put(_ order: Order) -> Bool {
        let (isOpen, isFirst) = state.withLock { state in
            guard !state.isClosed else { return (false, false) }
            state.orders.append(order)
            return (true, state.orders.count == 1)
        }
        if isFirst { executor.wake() }
        return isOpen
    }

    /// Queues a message that may be refused when the bus is slow.
    func offer(_ message: Message) throws(WireError) {
        let isFull = state.withLock { $0.orders.count >= WireLimits.queuedMessages }
        guard !isFull, !isCongested.load(ordering: .relaxed) else { throw .congested }
        guard put(.send(message)) else { throw .disconnected }
    }

    func takeAll() -> [Order] {
        state.withLock { state in
            guard !state.orders.isEmpty else { return [] }
            defer {
                state.orders = []
                state.orders.reserveCapacity(16)
            }
            return state.orders
        }
    }

    /// Refuses all further orders and gives back those not yet carried out.
    func close() -> [Order] {
        state.withLock { state in
            defer { state.orders = [] }
            state.isClosed = true
            return state.orders
        }
    }

    func setCongested(_ value: Bool) { isCongested.store(value, ordering: .relaxed) }
}
