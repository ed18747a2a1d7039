/// What a retention rule is about; the narrower one wins.
public enum RetentionScope: Hashable, Sendable {
    case global
    case account(AccountID)
    case conversation(ConversationID)
}
