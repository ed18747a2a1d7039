public import Store
public import XMPPAddresses

/// What a frontend looks for.
public struct SearchWish: Sendable {
    /// Words and filters; `account` and `conversation` are found by the two below.
    public var query: SearchQuery
    /// Bare JID or id of an account; `nil`: in all.
    public var account: String?
    /// Whom the conversation is with; `nil`: in all.
    public var peer: BareJID?
    /// Whether servers are to search their archives first, where they can.
    public var asksServers: Bool
    /// Where to go on; `nil`: from the first hit.
    public var cursor: String?

    public init(
        query: SearchQuery, account: String? = nil, peer: BareJID? = nil, asksServers: Bool = false,
        cursor: String? = nil
    ) {
        self.query = query
        self.account = account
        self.peer = peer
        self.asksServers = asksServers
        self.cursor = cursor
    }
}
