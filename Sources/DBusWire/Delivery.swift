/// What a subscriber gets.
public enum Delivery: Equatable, Sendable {
    case signal(Signal)
    /// Signals were lost (the subscriber was too slow), or the sender's name changed hands: read the state again.
    case resync
}
