import Domain

/// What an account remembers of its archive while it runs.
struct ArchiveMemory {
    /// Whether there is one, as far as the server was asked.
    var support = ArchiveKnowledge.Support.unknown
    /// Whether ids that the account's own address is said to have given are believed (XEP-0313 §3.5, XEP-0359 §6).
    var givesIDs: Bool { support == .supported }
}
