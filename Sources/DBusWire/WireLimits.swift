/// The bounds of everything that comes from or goes to the bus.
public enum WireLimits {
    /// Arguments of one incoming call, bytes as marshalled.
    public static let argumentBytes = 1 << 20
    /// A reply or a signal that we receive, and any message that we send, bytes as marshalled.
    public static let messageBytes = 32 << 20
    /// Containers within each other, variants included (the specification allows 64).
    public static let depth = 48
    /// Unfinished calls of one caller.
    public static let callsPerCaller = 64
    /// Calls of one caller that wait until the bus has said who it is: number and bytes.
    public static let heldCalls = 128
    public static let heldBytes = 2 << 20
    /// Bytes that the bus has not yet taken from us; beyond this, signals are refused.
    public static let unsentBytes = 32 << 20
    /// Messages handed to the bus thread and not yet taken by it; beyond this, signals are refused.
    public static let queuedMessages = 65_536
    /// Signals that wait for one subscriber; beyond this they are dropped and reported as missed.
    public static let queuedSignals = 1_024
    /// Time for an answer unless the caller says otherwise.
    public static let replyTime = Duration.seconds(25)
}
