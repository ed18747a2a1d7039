import Domain

/// Conversations whose markers are owed (XEP-0333), as the text of a setting: their ids, separated by spaces.
enum OwedText {
    static func setting(_ account: AccountID) -> String { ".markers.\(account)" }

    /// `nil`: there are none.
    static func text(_ conversations: some Collection<ConversationID>) -> String? {
        guard !conversations.isEmpty else { return nil }
        return conversations.sorted { $0.number < $1.number }.map(\.description).joined(separator: " ")
    }

    /// What is no id is left out.
    static func conversations(_ text: String) -> [ConversationID] {
        text.split(separator: " ").compactMap { ConversationID(String($0)) }
    }
}
