/// What a server may ask of a SCRAM client.
public struct SCRAMLimits: Hashable, Sendable {
    /// Accepted iteration counts. Below, a stolen exchange is cheap to guess from; above, it burns our processor.
    public var iterations: ClosedRange<Int>
    /// Longest salt in octets.
    public var saltOctets: Int
    /// Longest combined nonce in characters.
    public var nonceOctets: Int
    /// Longest message in octets.
    public var messageOctets: Int

    public init(
        iterations: ClosedRange<Int> = 4_096...1_000_000, saltOctets: Int = 512, nonceOctets: Int = 1_024,
        messageOctets: Int = 8_192
    ) {
        self.iterations = iterations
        self.saltOctets = saltOctets
        self.nonceOctets = nonceOctets
        self.messageOctets = messageOctets
    }
}
