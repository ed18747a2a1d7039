import XMLStreams

/// The counters and the queue of one session (XEP-0198), as a value that decides and does nothing itself.
///
/// A session without a grant is counted in the same way; then a ping stands in for `<r/>`, because a server works
/// through a stream in order (RFC 6120 §10.1).
struct StreamManagement: Sendable {
    /// A stanza of ours that has its number and is not acknowledged yet.
    struct Sent: Sendable, Equatable {
        /// Its place in the session, from 1, modulo 2^32.
        let number: UInt32
        let element: Element
        /// The outbox entry it belongs to; `nil` for presence, requests and answers.
        let token: String?
    }

    /// What the server granted; `nil`: no Stream Management, so no resumption either.
    let grant: StreamManagementGrant?
    /// Stanzas numbered so far, modulo 2^32.
    private(set) var sent: UInt32 = 0
    /// The last `h` the server told us.
    private(set) var acknowledged: UInt32 = 0
    /// Stanzas of the server that have arrived on this stream, committed or not.
    private(set) var received: UInt32 = 0
    /// Stanzas of the server that are handled and stored; the only number that is ever told to the server.
    private(set) var handled: UInt32 = 0

    private var queue: [Sent] = []
    private var told: UInt32 = 0
    private var isAsking = false
    private var owesAnswer = false

    init(grant: StreamManagementGrant?, handled: UInt32 = 0, sent: UInt32 = 0) {
        self.grant = grant
        self.handled = handled
        self.received = handled
        self.told = handled
        self.sent = sent
        self.acknowledged = sent
    }

    /// How many stanzas wait for their acknowledgement.
    var unacknowledged: Int { queue.count }

    /// What would resume this session now; `nil` when the server grants no resumption.
    var resumption: Resumption? { resumption(handled: handled) }

    /// What would resume this session once `handled` stanzas of the server are stored.
    func resumption(handled: UInt32) -> Resumption? {
        guard let grant, let id = grant.id else { return nil }
        return Resumption(id: id, location: grant.location, handled: handled)
    }

    // MARK: Our stanzas

    /// The number that the stanza after `ahead` others will get.
    func upcoming(after ahead: UInt32 = 0) -> UInt32 { sent &+ 1 &+ ahead }

    /// Gives the next number to a stanza, which is about to be written.
    @discardableResult
    mutating func number(_ element: Element, token: String? = nil) -> UInt32 {
        sent &+= 1
        queue.append(Sent(number: sent, element: element, token: token))
        return sent
    }

    /// Whether the server is to be asked for an acknowledgement now that nothing more is waiting to be written.
    ///
    /// At most one question is open at a time, so that questions come no faster than answers.
    mutating func asks() -> Bool {
        guard hasQuestion else { return false }
        isAsking = true
        return true
    }

    /// Whether something is unacknowledged and no question open.
    var hasQuestion: Bool { !queue.isEmpty && !isAsking }

    /// The server says that it has handled `h` of our stanzas; returns those acknowledged by it, oldest first.
    ///
    /// An `h` that is behind an earlier one changes nothing (XEP-0198 §4 knows only growing values); one that is ahead
    /// of what was sent ends the stream (§6).
    mutating func acknowledge(_ h: UInt32) throws(ManagementFault) -> [Sent] {
        isAsking = false
        return try settle(h)
    }

    private mutating func settle(_ h: UInt32) throws(ManagementFault) -> [Sent] {
        let newly = h &- acknowledged
        guard newly <= UInt32(Int32.max) else { return [] }
        guard newly <= UInt32(clamping: queue.count) else { throw .countTooHigh(h: h, sent: sent) }
        acknowledged = h
        let settled = Array(queue.prefix(Int(newly)))
        queue.removeFirst(Int(newly))
        return settled
    }

    // MARK: The server's stanzas

    /// One more stanza has arrived.
    mutating func count() { received &+= 1 }

    /// The server asked how many stanzas are handled.
    mutating func asked() { owesAnswer = true }

    /// Everything up to `number` is stored.
    mutating func commit(through number: UInt32) { handled = number }

    /// The `h` to tell the server; `nil` when it need not hear one now.
    ///
    /// Always after it asked; on our own only when many stanzas are handled that it does not know of.
    mutating func answer(unasked threshold: UInt32 = 100) -> UInt32? {
        guard grant != nil, owesAnswer || handled &- told >= threshold else { return nil }
        owesAnswer = false
        told = handled
        return handled
    }

    // MARK: The end of a stream

    /// The same session goes on over a new stream; the server has handled `h` of our stanzas.
    ///
    /// Returns those acknowledged by that.  `replay` then holds exactly what must be written again (XEP-0198 §5).
    mutating func resume(_ h: UInt32) throws(ManagementFault) -> [Sent] {
        isAsking = false
        owesAnswer = false
        received = handled
        told = handled
        guard h &- acknowledged <= UInt32(Int32.max) else {
            throw .countWentBack(h: h, acknowledged: acknowledged)
        }
        return try settle(h)
    }

    /// What the server has not acknowledged, in order: to be written again after a resumption.
    var replay: [Sent] { queue }

    /// The session is over; splits what was unacknowledged at the `h` that the server told with its refusal, if any.
    ///
    /// Without `h` everything is in doubt: it may have arrived.
    mutating func dissolve(_ h: UInt32?) -> (arrived: [Sent], doubtful: [Sent]) {
        let arrived = h.flatMap { try? settle($0) } ?? []
        defer { queue = [] }
        return (arrived, queue)
    }
}
