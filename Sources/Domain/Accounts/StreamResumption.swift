/// What is needed to take up a broken stream again, after a restart too (XEP-0198 §5).
public struct StreamResumption: Hashable, Sendable {
    /// The server's id of the stream, sealed: whoever has it can take the stream over.
    public var sealedID: [UInt8]
    /// The address the server asked us to come back to; `nil`: as before.
    public var location: String?
    /// The full address bound to the stream, in text form.
    public var boundJID: String
    /// Stanzas from the server that are handled and stored, modulo 2^32.
    public var handled: UInt32

    public init(sealedID: [UInt8], location: String? = nil, boundJID: String, handled: UInt32) {
        self.sealedID = sealedID
        self.location = location
        self.boundJID = boundJID
        self.handled = handled
    }
}
