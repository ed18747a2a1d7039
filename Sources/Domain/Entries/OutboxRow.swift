/// An outgoing entry that the server has not acknowledged yet; kept until it does.
public struct OutboxRow: Hashable, Sendable {
    /// The entry to send; its ids are the stanza's ids, at each attempt the same.
    public var entry: Entry
    /// The address to send to, bare or full, in text form.
    public var recipient: String
    /// The stanza's number on the stream it was last written to, modulo 2^32 (XEP-0198 §4); `nil`: not written to the
    /// stream that may still be resumed.
    public var sequence: UInt32?
    /// How often it was written.
    public var attempts: Int
    /// What must be sent again word for word, a ciphertext for instance; `nil`: build it from the entry.
    public var sealedStanza: [UInt8]?

    public init(
        entry: Entry, recipient: String, sequence: UInt32? = nil, attempts: Int = 0, sealedStanza: [UInt8]? = nil
    ) {
        self.entry = entry
        self.recipient = recipient
        self.sequence = sequence
        self.attempts = attempts
        self.sealedStanza = sealedStanza
    }
}
