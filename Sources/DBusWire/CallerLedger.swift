/// Remembers who calls: admitted or refused, and how much of his work is unfinished.
struct CallerLedger {
    enum Verdict: Equatable {
        case admit
        /// First call: ask the bus who it is, and hold the call.
        case ask
        case hold
        case refuse(ErrorReply)
    }

    struct HeldCall: Sendable {
        let call: IncomingCall
        let ticket: ReplyTicket
    }

    private struct Caller {
        var isAdmitted: Bool?
        var unfinished = 0
        var held: [HeldCall] = []
        var heldBytes = 0
    }

    private var callers: [BusName: Caller] = [:]

    static let denied = ErrorReply(.accessDenied, "callers of another user or in a sandbox are refused")
    static let busy = ErrorReply(.limitsExceeded, "more than \(WireLimits.callsPerCaller) unfinished calls")

    /// What to do with a call; `bytes` is the size of its arguments.
    mutating func verdict(on caller: BusName, bytes: Int) -> Verdict {
        guard let known = callers[caller] else {
            callers[caller] = Caller(heldBytes: bytes)
            return .ask
        }
        switch known.isAdmitted {
        case true?: return .admit
        case false?: return .refuse(Self.denied)
        case nil:
            let sum = known.heldBytes + bytes
            guard known.held.count < WireLimits.heldCalls, sum <= WireLimits.heldBytes else {
                return .refuse(Self.busy)
            }
            callers[caller]?.heldBytes = sum
            return .hold
        }
    }

    mutating func hold(_ call: HeldCall) { callers[call.call.caller]?.held.append(call) }

    /// The bus has said who it is; gives back the held calls in order.
    mutating func decide(_ caller: BusName, isAdmitted: Bool) -> [HeldCall] {
        guard let held = callers[caller]?.held else { return [] }
        callers[caller] = Caller(isAdmitted: isAdmitted)
        return held
    }

    /// A call will be answered later; false when the caller has too many of those.
    mutating func begin(_ caller: BusName) -> Bool {
        guard let count = callers[caller]?.unfinished, count < WireLimits.callsPerCaller else { return false }
        callers[caller]?.unfinished = count + 1
        return true
    }

    mutating func finish(_ caller: BusName) {
        guard let count = callers[caller]?.unfinished, count > 0 else { return }
        callers[caller]?.unfinished = count - 1
    }

    /// Forgets who has left the bus; true when it was admitted.
    mutating func leave(_ caller: BusName) -> Bool { callers.removeValue(forKey: caller)?.isAdmitted == true }
}
