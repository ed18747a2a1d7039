/// An id that an archive or a room gave to a message, with the one who gave it (XEP-0359 §3).
public struct StanzaReference: Hashable, Sendable {
    public var id: String
    /// The bare address that vouches for the id, in text form.
    public var by: String

    public init(id: String, by: String) {
        self.id = id
        self.by = by
    }
}
