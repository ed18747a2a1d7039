/// What a stream says, in the order it arrives.
public enum XMLStreamEvent: Hashable, Sendable {
    /// The stream header: the root element without children (RFC 6120 §4.2).
    case opened(Element)
    /// A complete child of the root: a stanza, features, a nonza or a stream error.
    case stanza(Element)
    /// The root's end tag: the other side sends nothing more (RFC 6120 §4.4).
    case closed
}
