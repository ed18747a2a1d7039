import XMPPAddresses

/// The requests of ours that wait for an answer (RFC 6120 §8.2.3), as a value.
///
/// An answer counts only when its id is open and it comes from whom was asked (§8.1.2.1); each counts once.
struct IQTable<Waiter: Sendable>: Sendable {
    enum Resolution {
        case answered(Waiter)
        case refused(Refusal)
    }

    private struct Entry {
        let to: JID?
        let deadline: Duration
        let waiter: Waiter
    }

    private let account: BareJID
    private var entries: [String: Entry] = [:]

    init(account: BareJID) { self.account = account }

    var count: Int { entries.count }

    /// The earliest instant at which a request runs out of time; `nil` when none is open.
    var deadline: Duration? { entries.values.lazy.map(\.deadline).min() }

    /// Remembers a request; `id` must be unguessable and never used before, `to` is `nil` for our own account.
    mutating func open(id: String, to: JID?, deadline: Duration, waiter: Waiter) {
        let replaced = entries.updateValue(Entry(to: to, deadline: deadline, waiter: waiter), forKey: id)
        precondition(replaced == nil, "an id was used twice")
    }

    /// Matches a result or an error with its request, and closes the request when it fits.
    mutating func resolve(id: String, from: JID?) -> Resolution {
        guard let entry = entries[id] else { return .refused(.unexpectedAnswer) }
        guard isAnswerer(from, of: entry.to) else { return .refused(.foreignAnswer) }
        entries[id] = nil
        return .answered(entry.waiter)
    }

    /// Gives up one request; its answer will be refused.
    mutating func close(id: String) -> Waiter? { entries.removeValue(forKey: id)?.waiter }

    /// Gives up what has waited too long.
    mutating func expire(at now: Duration) -> [Waiter] {
        let late = entries.filter { $0.value.deadline <= now }
        for id in late.keys { entries[id] = nil }
        return late.values.map(\.waiter)
    }

    /// Gives up everything.
    mutating func closeAll() -> [Waiter] {
        defer { entries = [:] }
        return entries.values.map(\.waiter)
    }

    private func isAnswerer(_ from: JID?, of to: JID?) -> Bool {
        let ours = JID.bare(account)
        return (from ?? ours) == (to ?? ours)
    }
}

extension Refusal {
    static let unexpectedAnswer = Refusal(code: "answer-unexpected", section: "RFC 6120 §8.2.3")
    static let foreignAnswer = Refusal(code: "answer-foreign", section: "RFC 6120 §8.1.2.1")
}
