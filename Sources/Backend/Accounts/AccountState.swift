/// What an account is doing.  The raw values are the words on the bus.
public enum AccountState: String, Hashable, Sendable, CaseIterable {
    /// The daemon leaves it alone.
    case disabled
    /// The user disconnected it.
    case offline
    case connecting
    case online
    /// The next try is planned.
    case waiting
    /// Only the user can help.
    case failed
    /// Online, but what arrives cannot be stored; the server keeps it.
    case paused
}
