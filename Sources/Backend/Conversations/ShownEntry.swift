public import Domain
public import Store

/// An entry, and what belongs to it and stands elsewhere.
public struct ShownEntry: Hashable, Sendable {
    public var entry: Entry
    public var around: EntrySurroundings

    public init(entry: Entry, around: EntrySurroundings = EntrySurroundings()) {
        self.entry = entry
        self.around = around
    }
}

extension Store {
    /// Entries as frontends show them, in the order given.
    func shown(_ entries: [Entry]) async throws(BackendError) -> [ShownEntry] {
        do throws(StoreError) {
            let around = try await surroundings(of: entries)
            return entries.map { ShownEntry(entry: $0, around: around[$0.id] ?? EntrySurroundings()) }
        } catch {
            throw BackendError(error)
        }
    }
}

extension AccountService {
    /// An entry of a conversation, as frontends show it.
    public func shownEntry(_ text: String, in conversation: ConversationID) async throws(BackendError) -> ShownEntry {
        let entry = try await entry(text, in: conversation)
        return try await surroundings.store.shown([entry]).first
            ?? ShownEntry(entry: entry)
    }

    /// What an entry said before it was corrected, oldest first.
    public func versions(of text: String, in conversation: ConversationID) async throws(BackendError) -> [EntryVersion]
    {
        let entry = try await entry(text, in: conversation)
        do throws(StoreError) { return try await surroundings.store.versions(of: entry.id) } catch {
            throw BackendError(error)
        }
    }
}
