public import XMPPStanzas

/// What came of one stanza.
public enum SessionProduct: Sendable {
    case message(Incoming<Message>)
    case presence(Incoming<Presence>)
    /// Something that an extension made of a stanza or of a request.
    case product(any ExtensionProduct, Authority)
}

/// All that one read from the stream leads to: to be committed in one transaction.
public struct SessionBatch: Sendable {
    /// In the order of their stanzas.
    public var products: [SessionProduct]
    /// Outbox entries the server has accepted, in the order they were sent.
    public var acknowledged: [String]
    /// What resumes the session once this is committed; to be stored in the same transaction.  `nil`: no resumption.
    public var resumption: Resumption?

    public init(products: [SessionProduct] = [], acknowledged: [String] = [], resumption: Resumption? = nil) {
        self.products = products
        self.acknowledged = acknowledged
        self.resumption = resumption
    }
}
