import Domain

/// How far back everything exchanged with somebody is here without a gap.
struct KnownPast: Equatable {
    /// Where the gap begins; `nil`: nothing is known at all.
    private(set) var since: ArchivePlace?
    /// Whether `since` is a message of this conversation, beside which the archive finds the next older one.
    private(set) var isTheirs = false
    private(set) var reachesBeginning = false
    /// From where on the whole archive is known.
    private var anchor: ArchivePlace?

    /// - Parameters:
    ///   - whole: what is known of the whole archive.
    ///   - part: what is known of what was exchanged with them.
    init(whole: ArchiveKnowledge, part: ArchiveKnowledge) {
        guard let newest = whole.spans.last else { return }
        since = newest.oldest
        anchor = newest.oldest
        reachesBeginning = newest.reachesBeginning
        let rest =
            whole.spans.dropLast().map { (span: $0, isTheirs: false) } + part.spans.map { (span: $0, isTheirs: true) }
        // The newest first: each that reaches up to what is known already carries it further back.
        for (span, isTheirs) in rest.sorted(by: { $0.span.newest.time > $1.span.newest.time }) {
            guard let edge = since, span.newest.time >= edge.time else { break }
            reachesBeginning = reachesBeginning || span.reachesBeginning
            if span.oldest.time < edge.time || isTheirs && span.oldest.time == edge.time {
                since = span.oldest
                self.isTheirs = isTheirs
            }
        }
    }

    /// Whether the archive may have something that belongs on a page.
    /// - Parameters:
    ///   - oldest: the first entry of the page; `nil`: it is empty.
    ///   - isFull: nothing older fits on it.
    func isMissing(on oldest: Timestamp?, isFull: Bool) -> Bool {
        guard !reachesBeginning, let since else { return false }
        guard let oldest, isFull else { return true }
        return oldest < since.time
    }

    /// What is known of their part once a page before the gap is here.
    func extended(by page: ArchivePart) -> ArchiveKnowledge {
        guard let since, let anchor else { return ArchiveKnowledge() }
        var oldest = page.oldest ?? since
        oldest.time = min(oldest.time, since.time)
        let span = ArchiveSpan(oldest: oldest, newest: anchor, reachesBeginning: page.isComplete)
        return ArchiveKnowledge(spans: [span], support: .supported)
    }
}
