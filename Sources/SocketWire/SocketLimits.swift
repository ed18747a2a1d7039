/// What a caller through the socket may take of the daemon.
public enum SocketLimits {
    /// Bytes of one line, either way; the daemon's own answers are bounded by their pages.
    public static let lineBytes = 1 << 20
    /// Arrays and objects within each other.
    public static let depth = 32
    /// JSON values of one line.
    public static let values = 1 << 16
    /// Unfinished calls of one connection.
    public static let callsPerConnection = 64
    /// Connections at once.
    public static let connections = 256
    /// Bytes that wait for a slow reader: beyond it signals are dropped, and no more calls are read.
    public static let unsentBytes = 4 << 20
    /// Signals that wait in a client until somebody looks.
    public static let queuedSignals = 1_024
    /// The longest answer that a client takes.
    public static let answerBytes = 64 << 20
}
