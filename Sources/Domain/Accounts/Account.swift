public import XMPPAddresses

/// An XMPP account the daemon looks after.  Its password is not here: secrets travel alone.
public struct Account: Hashable, Sendable {
    public let id: AccountID
    public var jid: BareJID
    /// Whether the daemon should keep it connected.
    public var isEnabled: Bool
    /// The resource to ask for; `nil`: the server chooses.
    public var resource: String?
    public var endpoint: AccountEndpoint
    public var login: AccountLogin
    /// The priority of our presence, -128–127 (RFC 6121 §4.7.2.3).
    public var priority: Int8
    /// What the user calls the account; `nil`: show the address.
    public var label: String?
    /// The nickname to offer to others; `nil`: none.
    public var nickname: String?

    public init(
        id: AccountID, jid: BareJID, isEnabled: Bool = true, resource: String? = nil,
        endpoint: AccountEndpoint = AccountEndpoint(), login: AccountLogin = .password, priority: Int8 = 0,
        label: String? = nil, nickname: String? = nil
    ) {
        self.id = id
        self.jid = jid
        self.isEnabled = isEnabled
        self.resource = resource
        self.endpoint = endpoint
        self.login = login
        self.priority = priority
        self.label = label
        self.nickname = nickname
    }
}
