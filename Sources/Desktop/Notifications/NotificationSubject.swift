import Domain

/// What a notification is about; there is one of each at most.
enum NotificationSubject: Hashable, Sendable {
    case conversation(ConversationID)
    /// All that wait to be let see the account's presence.
    case requests(AccountID)
    /// The account cannot connect without the user.
    case account(AccountID)
    /// Messages of many conversations that came late.
    case backlog

    /// The account it is about; `nil`: not known from here.
    var account: AccountID? {
        switch self {
        case .requests(let account), .account(let account): account
        case .conversation, .backlog: nil
        }
    }
}
