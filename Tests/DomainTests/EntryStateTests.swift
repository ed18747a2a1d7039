import Domain
import Testing

@Suite("The states of an outgoing entry")
struct EntryStateTests {
    static let reason = Reason(code: "not-connected", sentence: "There is no connection.")
    static let all: [EntryState] = [
        .queued, .held(reason), .sent, .onServer, .delivered, .displayed, .failed(reason),
    ]

    @Test(
        "Each state goes on only where it may",
        arguments: [
            (EntryState.queued, ["held", "sent", "on-server", "delivered", "displayed", "failed"]),
            (.held(reason), ["held", "queued", "sent", "on-server", "delivered", "displayed", "failed"]),
            (.sent, ["queued", "held", "on-server", "delivered", "displayed", "failed"]),
            (.onServer, ["delivered", "displayed", "failed"]),
            (.delivered, ["displayed"]),
            (.displayed, []),
            (.failed(reason), ["queued", "delivered", "displayed"]),
        ])
    func transitions(state: EntryState, allowed: [String]) {
        for next in Self.all {
            #expect(state.mayBecome(next) == allowed.contains(next.name), "\(state.name) to \(next.name)")
        }
    }

    @Test("Only held and failed have a reason")
    func reasons() {
        for state in Self.all {
            #expect((state.reason != nil) == ["held", "failed"].contains(state.name))
        }
    }
}
