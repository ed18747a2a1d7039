/// How a stream of a session ended.
public enum SessionEnd: Sendable, Equatable {
    /// We closed it; the session is over.
    case closed
    /// It broke, or the server closed it.  `Session.resumption` tells whether the session can go on.
    case lost(StreamProblem)
}

/// The session is over; a new one is needed.
public struct SessionOver: Error, Equatable, Sendable {
    public init() {}
}

/// What a session that is over leaves behind of what was to be sent.
public struct SessionRemains: Sendable, Equatable {
    /// Outbox entries the server has accepted and which are not committed as such yet.
    public var acknowledged: [String] = []
    /// Outbox entries that were written; the server may or may not have them.
    public var doubtful: [String] = []
    /// Outbox entries that were never written.
    public var unsent: [String] = []

    public init() {}
}

extension StreamProblem {
    static let closedByServer = StreamProblem(
        code: "closed-by-server", sentence: "The server closed the connection.", section: "RFC 6120 §4.4")
    static let dropped = StreamProblem(code: "connection-dropped", sentence: "The connection was dropped.")
    static let noAnswer = StreamProblem(
        code: "no-answer", sentence: "The server no longer answers.", section: "XEP-0198 §4")
}
