/// The conversation thread a message belongs to; opaque, for exact comparison only (RFC 6121 §5.2.5).
public struct Thread: Hashable, Sendable {
    public var id: String
    /// The thread this one branched off; `nil`: none.
    public var parent: String?

    public init(id: String, parent: String? = nil) {
        self.id = id
        self.parent = parent
    }
}
