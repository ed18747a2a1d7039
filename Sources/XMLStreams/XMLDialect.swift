/// Which XML a parser takes.
public enum XMLDialect: Hashable, Sendable {
    /// What may stand in a stream (RFC 6120 §11.1): no comments, processing instructions, document types, entities.
    case restricted
    /// Files of our own: comments, processing instructions and a document type are skipped. Nothing is ever loaded
    /// or expanded.
    case document
}
