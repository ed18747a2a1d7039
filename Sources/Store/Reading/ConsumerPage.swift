/// What a named consumer has still to deal with.
public enum ConsumerPage: Hashable, Sendable {
    /// There is no consumer of this name.
    case unknown
    /// It stayed away too long: what came after its last event is gone up to the one before the oldest kept.
    case trimmed(acknowledged: Int64, oldest: Int64, newest: Int64)
    case events(EventPage)
}
