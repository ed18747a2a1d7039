/// One login attempt with one mechanism, as a value: bytes in, bytes out.
///
/// Bytes are those of the mechanism, before base64. The same machines serve RFC 6120 §6 and SASL2 (XEP-0388). A machine
/// that has thrown stays broken: each later call throws `outOfOrder`.
public protocol SASLClient: Sendable {
    /// What is being spoken.
    var mechanism: Mechanism { get }

    /// The initial response. Empty bytes travel as "=" in RFC 6120 (§6.4.2).
    mutating func start() throws(SASLError) -> [UInt8]

    /// What to do about a challenge.
    mutating func respond(to challenge: [UInt8]) throws(SASLError) -> SASLReply

    /// Goes on after `.derive`, with the keys that were asked for.
    mutating func resume(with keys: SCRAMKeys) throws(SASLError) -> [UInt8]

    /// The server said success, with additional data or none. Returns only when the server, too, has proved itself
    /// as far as the mechanism lets it.
    mutating func succeed(with additional: [UInt8]?) throws(SASLError)
}

extension SASLClient {
    public mutating func resume(with keys: SCRAMKeys) throws(SASLError) -> [UInt8] {
        throw .outOfOrder
    }
}

/// What a machine wants after a challenge.
public enum SASLReply: Equatable, Sendable {
    /// Send this response.
    case send([UInt8])
    /// Derive these keys, off the event loop, and call `resume(with:)`.
    case derive(SCRAMDerivation)
}
