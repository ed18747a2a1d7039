public import Domain

/// An entry with all there is of it.
public struct ExportedEntry: Hashable, Sendable {
    public let entry: Entry
    /// What it said before, oldest first; what it says now stands in the entry.
    public let versions: [EntryVersion]
    /// The ids of the stanzas that corrected it; `by` is empty for what the sender gave.
    public let aliases: [StanzaReference]
}
