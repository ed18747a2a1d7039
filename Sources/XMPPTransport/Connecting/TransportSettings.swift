/// What can be set for all connections.
public struct TransportSettings: Sendable {
    /// An IPv4 address and a port to ask instead of the system's name servers; `nil`: the system's.
    public var nameServer: (host: String, port: UInt16)?
    /// How long a server may take for each step of the login.
    public var step: Duration
    /// How long an address may take to answer.
    public var connecting: Duration
    /// How long one address is tried before the next one joins in (RFC 8305 §8).
    public var stagger: Duration
    /// Bytes that may wait for `receive()` before nothing more is read.
    public var waitingBytes: Int
    /// Stanzas that may wait for `receive()` before nothing more is read.
    public var waitingElements: Int

    public init(
        nameServer: (host: String, port: UInt16)? = nil, step: Duration = .seconds(30),
        connecting: Duration = .seconds(15), stagger: Duration = .milliseconds(250), waitingBytes: Int = 1 << 20,
        waitingElements: Int = 5_000
    ) {
        self.nameServer = nameServer
        self.step = step
        self.connecting = connecting
        self.stagger = stagger
        self.waitingBytes = waitingBytes
        self.waitingElements = waitingElements
    }
}
