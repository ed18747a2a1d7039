public import Domain

/// What belongs to an entry and stands elsewhere.
public struct EntrySurroundings: Hashable, Sendable {
    /// How many earlier texts it has.
    public var versions = 0
    /// The entry it answers; `nil`: it answers none, or none that is here.
    public var replied: EntryID?

    public init(versions: Int = 0, replied: EntryID? = nil) {
        self.versions = versions
        self.replied = replied
    }
}

extension Store {
    /// Of those that were corrected or answer another; the others have nothing around them.
    public func surroundings(of entries: [Entry]) async throws(StoreError) -> [EntryID: EntrySurroundings] {
        let wanted = entries.filter { $0.marks?.correctedAt != nil || $0.content.details?.reply != nil }
        guard !wanted.isEmpty else { return [:] }
        return try await read { (reader) throws(StoreError) in
            var found: [EntryID: EntrySurroundings] = [:]
            for entry in wanted {
                var around = EntrySurroundings()
                if entry.marks?.correctedAt != nil { around.versions = try reader.versionCount(of: entry.id) }
                if let reply = entry.content.details?.reply {
                    around.replied = try reader.entry(answeredBy: entry, reply.id)
                }
                found[entry.id] = around
            }
            return found
        }
    }
}

extension Reader {
    /// In a room only the id counts that the room gave (XEP-0461 §4.1), elsewhere any, those of corrections too.
    fileprivate func entry(answeredBy entry: Entry, _ id: String) throws(StoreError) -> EntryID? {
        guard entry.content.kind == .groupchat else { return try self.entry(in: entry.conversation, withAnyID: id) }
        let number = try first(
            """
            SELECT id FROM entry WHERE conversation = ?1 AND stanza_id = ?2 AND stanza_by = ?3
            UNION ALL SELECT entry FROM entry_stanza_id WHERE conversation = ?1 AND stanza_id = ?2 AND stanza_by = ?3
            """,
            {
                $0.bind(1, entry.conversation.number)
                $0.bind(2, id)
                $0.bind(3, entry.peer)
            }, { $0.integer(0) })
        return number.map { EntryID(number: $0) }
    }

    fileprivate func versionCount(of entry: EntryID) throws(StoreError) -> Int {
        let count = try first(
            "SELECT count(*) FROM entry_version WHERE entry = ?", { $0.bind(1, entry.number) }, { $0.integer(0) })
        return Int(clamping: count ?? 0)
    }
}
