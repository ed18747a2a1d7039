/// How much a session holds at once.
public struct SessionLimits: Sendable, Equatable {
    /// Stanzas written and not acknowledged; more wait unwritten.
    public var unacknowledged = 1000
    /// Stanzas waiting to be written; whoever sends more waits.
    public var line = 500
    /// Answers to others' requests waiting to be written; beyond it requests go unanswered.
    public var answers = 1000
    /// Requests of ours that wait for an answer.
    public var requests = 500
    /// Answers being made outside of the stream's turn.
    public var laterAnswers = 16
    /// Stanzas written in one go.
    public var flush = 200

    public static let standard = SessionLimits()

    public init() {}
}
