public import XMPPStanzas

/// Why a request got no result.
public enum RequestFailure: Error, Sendable, Equatable {
    /// The other side answered with an error (RFC 6120 §8.3).
    case refused(StanzaError)
    /// No answer came in time.
    case timedOut
    /// The task that asked was cancelled.
    case cancelled
    /// The session ended first; whether the request was carried out is unknown.
    case disconnected
    /// The answer does not have the form the extension demands.
    case malformedAnswer
    /// Too many requests are open (`SessionLimits.requests`).
    case tooMany
}
