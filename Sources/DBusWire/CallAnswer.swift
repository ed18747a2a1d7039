/// What becomes of an incoming call.
public enum CallAnswer: Sendable {
    /// Answered at once, on the bus thread.
    case reply([Value])
    case failure(ErrorReply)
    /// Answered later, by a task of its own; the bus goes on meanwhile.
    case deferred(@Sendable () async -> Result<[Value], ErrorReply>)
}
