/// How much a peer may send before its stream is closed: every bound on XML from outside.
///
/// What exceeds a bound ends the stream with `policy-violation` (RFC 6120 §4.9.3.14) and is never delivered in part.
public struct XMLLimits: Hashable, Sendable {
    /// How deep elements may nest, the stanza itself being 1.
    public var depth: Int
    /// Bytes since the end of the last complete stanza, at any depth; also bounds the stream header. Below 2^30.
    public var stanzaBytes: Int
    /// Bytes of one attribute's value as written, between its quotes.
    public var attributeBytes: Int
    /// Attributes of one element, namespace declarations included.
    public var attributes: Int
    /// Elements, attributes and pieces of text of one stanza.
    public var nodes: Int
    /// The same for answers of our own account, such as a roster of many thousand contacts: an `iq` of type `result`
    /// without `from`, or with the account that `to` names (RFC 6120 §8.1.2.1; the server vouches for `from`).
    public var answerBytes: Int
    public var answerNodes: Int
    /// Bytes of memory for names seen in a stream; beyond it they are forgotten between two stanzas.
    public var dictionaryBytes: Int

    public init(
        depth: Int = 64, stanzaBytes: Int = 1 << 20, attributeBytes: Int = 1 << 16, attributes: Int = 64,
        nodes: Int = 10_000, answerBytes: Int = 1 << 24, answerNodes: Int = 1_000_000, dictionaryBytes: Int = 1 << 18
    ) {
        precondition(answerBytes >= stanzaBytes && answerBytes < 1 << 30 && answerNodes >= nodes)
        precondition(stanzaBytes > 0 && stanzaBytes < 1 << 30 && dictionaryBytes > 0 && dictionaryBytes < 1 << 30)
        self.depth = depth
        self.stanzaBytes = stanzaBytes
        self.attributeBytes = attributeBytes
        self.attributes = attributes
        self.nodes = nodes
        self.answerBytes = answerBytes
        self.answerNodes = answerNodes
        self.dictionaryBytes = dictionaryBytes
    }

    /// The bounds for streams from the network.
    public static let standard = XMLLimits()
}
