public import Domain

/// An entry that fits.
public struct SearchHit: Hashable, Sendable {
    public let entry: Entry
    /// What fits in the first text, in code points, in order; empty when it stands elsewhere.
    public let ranges: [Range<Int>]
    /// The entries that stand beside it in its conversation; `nil`: none.
    public let previous: EntryID?
    public let next: EntryID?
}

/// A piece of what was found.
public struct SearchPage: Hashable, Sendable {
    public let hits: [SearchHit]
    /// Where the next piece begins; `nil`: that was all.
    public let next: SearchCursor?
}
