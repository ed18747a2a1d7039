public import Domain

/// What is on disk now.
public struct Committed: Sendable {
    /// One for each change, in order.
    public let outcomes: [Outcome]
    /// The events of the batch, numbered without a hole.
    public let events: [Event]
    /// Conversations that were not there before.
    public let opened: [Conversation]
    /// Conversations of which something else changed than their entries, as they are now; each once.
    public let changed: [Conversation]

    /// What became of a batch without changes.
    public static let nothing = Committed(outcomes: [], events: [], opened: [], changed: [])

    /// Whether an entry of the batch was there already.
    public var hasDuplicate: Bool {
        outcomes.contains { if case .duplicate = $0 { true } else { false } }
    }

    /// The entries that were new, in order.
    public var added: [EntryID] {
        outcomes.compactMap { if case .added(let id, _) = $0 { id } else { nil } }
    }
}
