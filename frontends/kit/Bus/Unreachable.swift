/// Why there is no way to a daemon.
public enum Unreachable: Error, Equatable, Sendable {
    /// No session bus; the reason in libdbus's words.
    case noBus(String)
    /// The bus cannot start it, and no program `salutond` was found.
    case notInstalled
    /// It was started and ended, or did not come up; the reason, if one is known.
    case didNotStart(String)
    /// Somebody else's process owns the name.
    case foreign(user: UInt32)
    /// The bus itself did not do as it should.
    case busFailed(String)
    /// The socket cannot be used: the reason.
    case noSocket(String)
}
