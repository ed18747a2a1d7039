public import Domain

/// An entry that was exported before, with all that was done to it.
public struct RestoredEntry: Hashable, Sendable {
    public var entry: NewEntry
    /// `nil`: nothing was done to it.
    public var marks: EntryMarks?
    /// What it said before, oldest first; `Writer.versionBound` of them at most.
    public var versions: [EntryVersion]

    public init(_ entry: NewEntry, marks: EntryMarks? = nil, versions: [EntryVersion] = []) {
        self.entry = entry
        self.marks = marks
        self.versions = versions
    }
}
