public import XMPPAddresses

/// The entry an act is about, as named by whoever acts.
public struct EntryTarget: Hashable, Sendable {
    /// A name an entry may have.
    public enum Name: Hashable, Sendable {
        /// What the daemon itself calls it.
        case entry(EntryID)
        /// The id its sender gave it: the stanza's, or the origin-id.
        case sender(String)
        /// The id an archive or a room gave it.
        case archive(StanzaReference)
    }

    public var account: AccountID
    public var peer: BareJID
    /// Each may mean the entry; the first that does counts.
    public var names: [Name]

    public init(account: AccountID, peer: BareJID, names: [Name]) {
        self.account = account
        self.peer = peer
        self.names = names
    }
}
