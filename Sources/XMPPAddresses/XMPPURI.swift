/// A link to an XMPP address, with what to do there (RFC 5122, XEP-0147).
///
/// Opening one fills a form and never acts by itself (XEP-0147 §5).
public struct XMPPURI: Hashable, Sendable {
    /// The account to act as, from "xmpp://account/…"; `nil` leaves the choice to the user.
    public let account: BareJID?
    /// The address linked to; `nil` when the link only names an account.
    public let address: JID?
    /// What to do; `nil` when the link is a mere address.
    public let query: Query?
    /// What stands behind "#", decoded. It has no meaning of its own (RFC 5122 §2.6).
    public let fragment: String?

    /// A link to `address`; whatever is `nil` is left out.
    public init(account: BareJID? = nil, address: JID, query: Query? = nil, fragment: String? = nil) {
        self.account = account
        self.address = address
        self.query = query
        self.fragment = fragment
    }
}
