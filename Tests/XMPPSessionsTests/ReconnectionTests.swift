import Testing

@testable import XMPPSessions

@Suite("Reconnection")
struct ReconnectionTests {
    private let broken = StreamProblem(code: "connection-lost", sentence: "The connection broke.")
    private let denied = StreamProblem(code: "sasl-not-authorized", sentence: "Wrong password.", remedy: .user)

    private func online(since seconds: Int = 0) -> Reconnection {
        var reconnection = Reconnection()
        _ = reconnection.wanted()
        reconnection.connected(at: .seconds(seconds))
        return reconnection
    }

    @Test("The window doubles from one second to five minutes")
    func windows() {
        let reconnection = Machine(online())
        var windows: [Duration] = []
        for _ in 0..<12 {
            guard case .wait(let wait) = reconnection.lost(broken, at: .seconds(1), random: .max) else { break }
            windows.append(wait)
            #expect(reconnection.due() == .connect)
        }
        #expect(windows == [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300].map { .seconds($0) })
    }

    @Test(
        "The wait is anything in the window",
        arguments: [(UInt64.min, 0), (.max / 4, 250), (.max / 2, 500), (.max, 1000)])
    func jitter(random: UInt64, milliseconds: Int) {
        let reconnection = Machine(online())
        #expect(reconnection.lost(broken, at: .seconds(61), random: random) == .wait(.milliseconds(milliseconds)))
    }

    @Test("A minute online makes the window small again", arguments: [(59, 4), (60, 1)])
    func stability(online: Int, window: Int) {
        let reconnection = Machine(self.online())
        for _ in 0..<2 {
            _ = reconnection.lost(broken, at: .zero, random: 0)
            _ = reconnection.due()
        }
        reconnection.connected(at: .seconds(100))
        let action = reconnection.lost(broken, at: .seconds(100 + online), random: .max)
        #expect(action == .wait(.seconds(window)))
    }

    @Test("What only the user can mend waits for the user, and for nobody else")
    func userRemedy() {
        let reconnection = Machine(online())
        #expect(reconnection.lost(denied, at: .seconds(1), random: 0) == .stop(denied))
        #expect(reconnection.encouraged() == .stay)
        #expect(reconnection.due() == .stay)
        #expect(reconnection.lost(broken, at: .seconds(2), random: 0) == .stay)
        #expect(reconnection.wanted() == .connect)
    }

    @Test("Network up, waking up and the user end a wait at once")
    func encouragement() {
        let reconnection = Machine(online())
        _ = reconnection.lost(broken, at: .seconds(1), random: .max)
        #expect(reconnection.isWaiting)
        #expect(reconnection.encouraged() == .connect)
        #expect(reconnection.encouraged() == .stay)
        #expect(reconnection.lost(broken, at: .seconds(2), random: .max) == .wait(.seconds(2)))
        #expect(reconnection.wanted() == .connect)
        #expect(reconnection.lost(broken, at: .seconds(3), random: .max) == .wait(.seconds(1)))
    }

    @Test("Nothing happens to an account that is online, connecting or not wanted")
    func quiet() {
        let idle = Machine(Reconnection())
        #expect(idle.encouraged() == .stay)
        #expect(idle.due() == .stay)
        let online = Machine(self.online())
        #expect(online.encouraged() == .stay)
        #expect(online.wanted() == .stay)
        _ = online.lost(broken, at: .seconds(1), random: .max)
        online.unwanted()
        #expect(online.due() == .stay)
    }
}

/// A machine whose events can stand in an expectation.
private final class Machine {
    private var machine: Reconnection

    init(_ machine: Reconnection) { self.machine = machine }

    var isWaiting: Bool { machine.isWaiting }

    func wanted() -> Reconnection.Action { machine.wanted() }
    func unwanted() { machine.unwanted() }
    func connected(at now: Duration) { machine.connected(at: now) }
    func due() -> Reconnection.Action { machine.due() }
    func encouraged() -> Reconnection.Action { machine.encouraged() }
    func lost(_ problem: StreamProblem, at now: Duration, random: UInt64) -> Reconnection.Action {
        machine.lost(problem, at: now, random: random)
    }
}
