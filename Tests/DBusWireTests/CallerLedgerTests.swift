import Testing

@testable import DBusWire

@Suite("Who calls, and how much")
struct CallerLedgerTests {
    private func held(_ member: MemberName) -> CallerLedger.HeldCall {
        CallerLedger.HeldCall(
            call: IncomingCall(caller: ":1.5", path: "/", interface: nil, member: member, []),
            ticket: ReplyTicket(caller: ":1.5", serial: 1, isWanted: true))
    }

    @Test("Calls wait until the bus has said who it is, and come out in order")
    func order() {
        var ledger = CallerLedger()
        #expect(ledger.verdict(on: ":1.5", bytes: 1) == .ask)
        ledger.hold(held("A"))
        #expect(ledger.verdict(on: ":1.5", bytes: 1) == .hold)
        ledger.hold(held("B"))
        #expect(ledger.decide(":1.5", isAdmitted: true).map(\.call.member) == ["A", "B"])
        #expect(ledger.verdict(on: ":1.5", bytes: 1) == .admit)
    }

    @Test("A foreign caller is refused, again and again, until it leaves")
    func refusal() {
        var ledger = CallerLedger()
        _ = ledger.verdict(on: ":1.5", bytes: 1)
        _ = ledger.decide(":1.5", isAdmitted: false)
        #expect(ledger.verdict(on: ":1.5", bytes: 1) == .refuse(CallerLedger.denied))
        #expect(ledger.leave(":1.5") == false)
        #expect(ledger.verdict(on: ":1.5", bytes: 1) == .ask)
    }

    @Test("Only an admitted caller is reported as gone")
    func leaving() {
        var ledger = CallerLedger()
        #expect(ledger.leave(":1.9") == false)
        _ = ledger.verdict(on: ":1.5", bytes: 1)
        _ = ledger.decide(":1.5", isAdmitted: true)
        #expect(ledger.leave(":1.5") == true)
    }

    @Test("Held calls are bounded in number")
    func heldNumber() {
        var ledger = CallerLedger()
        _ = ledger.verdict(on: ":1.5", bytes: 1)
        for _ in 0..<WireLimits.heldCalls {
            #expect(ledger.verdict(on: ":1.5", bytes: 1) == .hold)
            ledger.hold(held("A"))
        }
        #expect(ledger.verdict(on: ":1.5", bytes: 1) == .refuse(CallerLedger.busy))
    }

    @Test("Held calls are bounded in size")
    func heldSize() {
        var ledger = CallerLedger()
        _ = ledger.verdict(on: ":1.5", bytes: 1)
        #expect(ledger.verdict(on: ":1.5", bytes: WireLimits.heldBytes - 1) == .hold)
        #expect(ledger.verdict(on: ":1.5", bytes: 1) == .refuse(CallerLedger.busy))
    }

    @Test("A caller has so many unfinished calls and no more")
    func unfinished() {
        var ledger = CallerLedger()
        _ = ledger.verdict(on: ":1.5", bytes: 1)
        _ = ledger.decide(":1.5", isAdmitted: true)
        for _ in 0..<WireLimits.callsPerCaller { #expect(ledger.begin(":1.5") == true) }
        #expect(ledger.begin(":1.5") == false)
        ledger.finish(":1.5")
        #expect(ledger.begin(":1.5") == true)
        #expect(ledger.begin(":1.6") == false)
    }
}
