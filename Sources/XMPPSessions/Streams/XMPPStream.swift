public import XMLStreams

/// An authenticated stream with a bound resource, or a resumed one: stanzas in, stanzas out.
///
/// What stands on the other side (TCP and TLS, memory, a script) is not visible here.
public protocol XMPPStream: Sendable {
    /// All elements that have arrived since the last call, at least one, in order of arrival.
    ///
    /// Waits while there is nothing.  While nobody calls it, at most a bounded amount is read from the network
    /// (back-pressure).  `nil` after an orderly end (`</stream:stream>` from the server, or `close`).
    /// A `<stream:error/>` is thrown as its problem, not delivered.
    func receive() async throws(StreamProblem) -> [Element]?

    /// Writes the elements, in order and adjacent to each other; returns when they are handed to the network.
    func send(_ elements: [Element]) async throws(StreamProblem)

    /// Ends the stream with `</stream:stream>`, waits at most `patience` for the server's, and closes the connection.
    ///
    /// May be called at any time and more than once.
    func close(patience: Duration) async

    /// Drops the connection at once without closing the stream, so that it can be resumed (XEP-0198 §5).
    func abandon() async
}
