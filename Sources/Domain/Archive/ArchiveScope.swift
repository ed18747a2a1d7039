public import XMPPAddresses

/// Which archive is meant, or which part of it (XEP-0313 §4.1.1).
public struct ArchiveScope: Hashable, Sendable {
    public var account: AccountID
    /// Who keeps it: the account's own address, or a room.
    public var archive: BareJID
    /// What was exchanged with this address only; `nil`: everything.
    public var peer: BareJID?

    public init(account: AccountID, archive: BareJID, peer: BareJID? = nil) {
        self.account = account
        self.archive = archive
        self.peer = peer
    }
}
