/// Who sees whose presence, from the account's point of view (RFC 6121 §2.1.2.5).
public enum Subscription: String, Hashable, Sendable, CaseIterable {
    case none
    /// We see theirs.
    case to
    /// They see ours.
    case from
    case both
}
