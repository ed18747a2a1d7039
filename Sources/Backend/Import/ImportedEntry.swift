public import Domain
public import XMPPAddresses

/// An entry that was exported before, on its way back.
public struct ImportedEntry: Sendable {
    public var peer: BareJID
    public var content: EntryContent
    public var marks: EntryMarks?
    public var versions: [EntryVersion]

    public init(peer: BareJID, content: EntryContent, marks: EntryMarks? = nil, versions: [EntryVersion] = []) {
        self.peer = peer
        self.content = content
        self.marks = marks
        self.versions = versions
    }
}

/// What became of a batch that was imported.
public struct ImportResult: Hashable, Sendable {
    public var added = 0
    /// Here already, and left as they are.
    public var known = 0
}
