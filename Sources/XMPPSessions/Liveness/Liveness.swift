/// Whether the server is still there: asks only when silence makes it needed.
///
/// Instants are durations since one fixed moment of a clock that goes on during suspend.
struct Liveness: Sendable, Equatable {
    enum Action: Sendable, Equatable {
        /// Nothing to do before this instant.
        case wait(until: Duration)
        /// Send `<r/>`, or a ping where there is no Stream Management (XEP-0199 §4.2).
        case ask
        /// Nobody answers: the connection is dead.
        case dead
    }

    /// How long a peer may take.
    struct Patience: Sendable, Equatable {
        /// Silence after which the server is asked.
        var silence: Duration
        /// For the answer to a question.
        var answer: Duration
        /// For the acknowledgement of something sent.
        var acknowledgement: Duration

        init(
            silence: Duration = .seconds(120), answer: Duration = .seconds(20), acknowledgement: Duration = .seconds(30)
        ) {
            self.silence = silence
            self.answer = answer
            self.acknowledgement = acknowledgement
        }
    }

    private let patience: Patience
    private var lastHeard: Duration
    private var asked: Duration?
    private var unanswered: Duration?

    init(at now: Duration, patience: Patience = Patience()) {
        self.patience = patience
        lastHeard = now
    }

    /// Anything arrived.  It proves that the server lives, but not that it has what was sent.
    mutating func heard(at now: Duration) {
        lastHeard = now
        asked = nil
    }

    /// Something was written that the server has to acknowledge.
    mutating func sent(at now: Duration) {
        if unanswered == nil { unanswered = now }
    }

    /// The server acknowledged; `isComplete` when nothing remains unacknowledged.
    mutating func acknowledged(at now: Duration, isComplete: Bool) {
        heard(at: now)
        unanswered = isComplete ? nil : now
    }

    /// What to do now.  After `ask` the question counts as sent.
    mutating func check(at now: Duration) -> Action {
        let next = deadline
        guard now >= next else { return .wait(until: next) }
        guard asked == nil, unanswered.map({ now < $0 + patience.acknowledgement }) ?? true else { return .dead }
        asked = now
        return .ask
    }

    /// The instant at which `check` next has something to do.
    var deadline: Duration {
        let silence = asked.map { $0 + patience.answer } ?? lastHeard + patience.silence
        return unanswered.map { min(silence, $0 + patience.acknowledgement) } ?? silence
    }
}
