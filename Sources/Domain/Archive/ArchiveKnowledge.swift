/// What is known of an archive.
public struct ArchiveKnowledge: Hashable, Sendable {
    /// Whether there is an archive at all.  The raw values are the words in the store.
    public enum Support: String, Hashable, Sendable, CaseIterable {
        case unknown
        case supported
        /// The server was asked and has none.
        case unsupported
    }

    /// Oldest first; between two of them something is missing.
    public var spans: [ArchiveSpan]
    public var support: Support

    public init(spans: [ArchiveSpan] = [], support: Support = .unknown) {
        self.spans = spans
        self.support = support
    }

    /// Nothing older than what is known, and no gap.
    public var isComplete: Bool { spans.count == 1 && spans[0].reachesBeginning }
}
