import Domain

/// A text on its way into the search index.
struct SearchRow {
    let key: Int64
    let entry: EntryID
    let conversation: ConversationID
    let text: String?
    let further: String?

    /// `nil`: there is no text.
    init?(_ entry: Entry) {
        let content = entry.content
        text = content.texts.first?.text
        further = Self.further(content)
        guard text != nil || further != nil else { return nil }
        key = SearchKey.key(of: entry.id, at: content.sentAt)
        self.entry = entry.id
        conversation = entry.conversation
    }

    /// What `search_source` makes of the rows of the entry.
    private static func further(_ content: EntryContent) -> String? {
        guard !content.subjects.isEmpty || content.texts.items.count > 1 else { return nil }
        let others = (content.texts.items.dropFirst() + content.subjects.items.dropFirst()).map(\.text)
        let joined = (content.subjects.first?.text ?? "") + " " + others.joined(separator: " ")
        return joined == " " ? nil : joined
    }
}
