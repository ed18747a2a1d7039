public import Domain

/// A piece of the event log.
public struct EventPage: Hashable, Sendable {
    /// In order.  Numbers that are missing between them belong to other accounts, when one was asked for, or to an
    /// account that was removed.
    public let events: [Event]
    /// The oldest number that was not trimmed; who has not read up to the one before it has missed something.
    public let oldest: Int64
    /// The last number given; 0: none yet.
    public let newest: Int64
}
