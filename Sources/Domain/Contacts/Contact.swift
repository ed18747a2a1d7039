public import XMPPAddresses

/// One item of an account's roster (RFC 6121 §2.1.2).
public struct Contact: Hashable, Sendable {
    public let jid: BareJID
    /// The user's name for the contact; `nil`: none.
    public var name: String?
    /// In the server's order, each once.
    public var groups: [String]
    public var subscription: Subscription
    /// We asked to see their presence and have no answer yet (`ask='subscribe'`).
    public var isAsked: Bool
    /// The contact may subscribe without being asked about (RFC 6121 §3.4).
    public var isApproved: Bool

    public init(
        jid: BareJID, name: String? = nil, groups: [String] = [], subscription: Subscription = .none,
        isAsked: Bool = false, isApproved: Bool = false
    ) {
        self.jid = jid
        self.name = name
        self.groups = groups
        self.subscription = subscription
        self.isAsked = isAsked
        self.isApproved = isApproved
    }
}
