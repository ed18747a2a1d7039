public import XMPPAddresses

/// Somebody asks to see our presence; it waits for the user's answer and survives restarts (RFC 6121 §3.1.3).
public struct SubscriptionRequest: Hashable, Sendable {
    public let jid: BareJID
    public var receivedAt: Timestamp
    /// What they say about it, in several languages; often empty.
    public var statuses: LanguageMap
    /// The nickname they offer (XEP-0172); `nil`: none.
    public var nickname: String?

    public init(jid: BareJID, receivedAt: Timestamp, statuses: LanguageMap = LanguageMap(), nickname: String? = nil) {
        self.jid = jid
        self.receivedAt = receivedAt
        self.statuses = statuses
        self.nickname = nickname
    }
}
