/// Why something on the bus failed.
public enum WireError: Error, Equatable, Sendable {
    /// No bus was found or it did not let us in; the reason in libdbus's words.
    case noBus(String)
    /// The connection to the bus is gone, or was closed.
    case disconnected
    /// No answer came in time.
    case timedOut
    /// The task that waited for the answer was cancelled.
    case cancelled
    /// The other side answered with an error.
    case remote(ErrorReply)
    /// A value cannot be sent, or a message not be read; what is wrong with it, without its content.
    case invalid(String)
    /// The message is above `WireLimits`.
    case tooLarge
    /// The bus does not take our messages fast enough.
    case congested
    /// libdbus found no memory.
    case outOfMemory
}
