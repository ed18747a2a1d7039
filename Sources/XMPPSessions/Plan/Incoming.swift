/// A stanza together with who said it.
public struct Incoming<Stanza: Sendable>: Sendable {
    public var stanza: Stanza
    public let authority: Authority
    public let passage: Passage

    public init(_ stanza: Stanza, from authority: Authority, by passage: Passage = .direct) {
        self.stanza = stanza
        self.authority = authority
        self.passage = passage
    }
}

/// What an extension makes of stanzas for the backend, such as a verified roster push.
public protocol ExtensionProduct: Sendable {}

/// What becomes of a stanza at one stage.
public enum Verdict<Stanza: Sendable>: Sendable {
    /// It goes on as it is.
    case unchanged
    /// It goes on like this.
    case pass(Incoming<Stanza>)
    /// It ends here, and all is well.
    case take
    /// It ends here, and this goes to the backend in its place.
    case produce(any ExtensionProduct)
    /// It ends here, counted.
    case refuse(Refusal)
}

/// How a stanza came here.
public enum Passage: Hashable, Sendable {
    case direct
    /// As a copy of what another device of the account got or sent (XEP-0280).
    case copied
    /// Out of the account's archive, where it has this id (XEP-0313).
    case archived(id: String)
}
