/// A piece of an archive that is known without a hole, from one message to another.
public struct ArchiveSpan: Hashable, Sendable {
    public var oldest: ArchivePlace
    public var newest: ArchivePlace
    /// The archive has nothing older.
    public var reachesBeginning: Bool
    /// What is new comes in by itself and extends it, as long as the stream lasts.
    public var isLive: Bool

    public init(oldest: ArchivePlace, newest: ArchivePlace, reachesBeginning: Bool = false, isLive: Bool = false) {
        self.oldest = oldest
        self.newest = newest
        self.reachesBeginning = reachesBeginning
        self.isLive = isLive
    }
}
