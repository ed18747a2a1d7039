/// The calls that wait for an answer, with the time until which they do.
struct ReplyTable<Waiter> {
    private var waiting: [UInt32: (waiter: Waiter, deadline: ContinuousClock.Instant)] = [:]
    /// Never later than the earliest deadline.
    private(set) var nextDeadline: ContinuousClock.Instant?

    mutating func add(_ waiter: Waiter, serial: UInt32, deadline: ContinuousClock.Instant) {
        waiting[serial] = (waiter, deadline)
        nextDeadline = nextDeadline.map { min($0, deadline) } ?? deadline
    }

    mutating func take(_ serial: UInt32) -> Waiter? {
        let waiter = waiting.removeValue(forKey: serial)?.waiter
        if waiting.isEmpty { nextDeadline = nil }
        return waiter
    }

    /// Takes out all whose time is over.
    mutating func expire(now: ContinuousClock.Instant) -> [Waiter] {
        guard let next = nextDeadline, next <= now else { return [] }
        let late = waiting.filter { $0.value.deadline <= now }
        for serial in late.keys { waiting[serial] = nil }
        nextDeadline = waiting.values.map(\.deadline).min()
        return late.values.map(\.waiter)
    }

    mutating func takeAll() -> [Waiter] {
        defer { self = ReplyTable() }
        return waiting.values.map(\.waiter)
    }
}
