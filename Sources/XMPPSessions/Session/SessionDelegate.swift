/// Whom a session works for: the keeper of what must not be lost.
public protocol SessionDelegate: Sendable {
    /// Stores everything in the batch in one transaction; it is durable when this returns.
    ///
    /// Only then the server hears that the stanzas are handled, and requests continue.  When it throws, nothing was
    /// stored; the same batch comes again after a while, and the server keeps the stanzas meanwhile.
    func commit(_ batch: SessionBatch) async throws

    /// Stores, in one transaction, the places that outbox entries will have in the stream.
    ///
    /// Afterwards they are written, and a restarted process can tell from the server's count which of them arrived.
    /// When it throws, none of them is written or comes again.
    func reserve(_ reservations: [Reservation]) async throws

    /// A batch could not be committed; the next try is in `wait`.
    func commitFailed(_ error: any Error, nextTryIn wait: Duration) async

    /// The batch that could not be committed is committed.
    func commitRecovered() async

    /// Something received was not acted on; counted already.  Called in the stream's turn: be quick.
    func refused(_ refusal: Refusal)
}

extension SessionDelegate {
    public func refused(_ refusal: Refusal) {}
}

/// The place of an outbox entry in the stream.
public struct Reservation: Sendable, Equatable {
    public let token: String
    /// Its number, from 1, modulo 2^32; `nil` when the server grants no Stream Management.
    public let number: UInt32?

    public init(token: String, number: UInt32?) {
        self.token = token
        self.number = number
    }
}
