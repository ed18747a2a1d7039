import Testing

@testable import XMPPSessions

@Suite("Liveness")
struct LivenessTests {
    enum Event: Sendable { case heard, sent, acknowledged, acknowledgedInPart, check }

    struct Situation: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let events: [(Int, Event)]
        let last: Liveness.Action
    }

    static let situations = [
        Situation(testDescription: "quiet", events: [(0, .check)], last: .wait(until: .seconds(120))),
        Situation(testDescription: "heard", events: [(50, .heard), (120, .check)], last: .wait(until: .seconds(170))),
        Situation(testDescription: "silent", events: [(120, .check)], last: .ask),
        Situation(
            testDescription: "waiting", events: [(120, .check), (139, .check)], last: .wait(until: .seconds(140))),
        Situation(testDescription: "no answer", events: [(120, .check), (140, .check)], last: .dead),
        Situation(
            testDescription: "answered", events: [(120, .check), (130, .heard), (140, .check)],
            last: .wait(until: .seconds(250))),
        Situation(testDescription: "sent", events: [(10, .sent), (39, .check)], last: .wait(until: .seconds(40))),
        Situation(testDescription: "not acknowledged", events: [(10, .sent), (40, .check)], last: .dead),
        Situation(
            testDescription: "talks, but does not acknowledge", events: [(10, .sent), (39, .heard), (40, .check)],
            last: .dead),
        Situation(
            testDescription: "acknowledged", events: [(10, .sent), (20, .acknowledged), (40, .check)],
            last: .wait(until: .seconds(140))),
        Situation(
            testDescription: "acknowledged in part", events: [(10, .sent), (20, .acknowledgedInPart), (40, .check)],
            last: .wait(until: .seconds(50))),
        Situation(
            testDescription: "sending on does not put it off", events: [(10, .sent), (39, .sent), (40, .check)],
            last: .dead),
        Situation(
            testDescription: "after a suspend it asks first", events: [(36_000, .check)], last: .ask),
    ]

    @Test("It asks after silence, and gives up after no answer", arguments: situations)
    func table(situation: Situation) {
        var liveness = Liveness(at: .zero)
        var last: Liveness.Action?
        for (second, event) in situation.events {
            let now = Duration.seconds(second)
            switch event {
            case .heard: liveness.heard(at: now)
            case .sent: liveness.sent(at: now)
            case .acknowledged: liveness.acknowledged(at: now, isComplete: true)
            case .acknowledgedInPart: liveness.acknowledged(at: now, isComplete: false)
            case .check: last = liveness.check(at: now)
            }
        }
        #expect(last == situation.last)
    }
}
