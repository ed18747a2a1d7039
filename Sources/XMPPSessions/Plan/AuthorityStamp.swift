public import XMPPAddresses

/// Decides who is speaking, from the stanza's `from` alone.
///
/// Addresses are prepared when they are read, so comparing them is exact (RFC 7622 §3).
public struct AuthorityStamp: Sendable {
    private let account: BareJID
    private let server: BareJID
    private let standing: @Sendable (BareJID) -> ContactStanding
    private let isJoinedRoom: @Sendable (BareJID) -> Bool

    /// `standing` asks the roster, `isJoinedRoom` the rooms; both are called for most stanzas and must be quick.
    public init(
        account: BareJID, standing: @escaping @Sendable (BareJID) -> ContactStanding,
        isJoinedRoom: @escaping @Sendable (BareJID) -> Bool
    ) {
        self.account = account
        server = account.domainJID
        self.standing = standing
        self.isJoinedRoom = isJoinedRoom
    }

    /// The authority of a stanza; without `from` it is from our own account (RFC 6120 §8.1.2.1).
    public func authority(of from: JID?) -> Authority {
        guard let from else { return .ownAccount }
        let bare = from.bare
        if bare == account {
            guard case .full(let device) = from else { return .ownAccount }
            return .ownDevice(device)
        }
        if case .bare(server) = from { return .ownServer }
        if isJoinedRoom(bare) { return .room(from) }
        return standing(bare).isContact ? .contact(from) : .stranger(from)
    }

    /// Whether an answer tells them nothing new: they see our presence anyway (RFC 6121 §4.1, §11).
    ///
    /// Everybody else gets the answer that a server gives when nobody is there.
    public func mayKnowPresence(_ authority: Authority) -> Bool {
        switch authority {
        case .ownAccount, .ownServer, .ownDevice, .room: true
        case .contact(let jid): standing(jid.bare).contains(.sees)
        case .stranger: false
        }
    }
}
