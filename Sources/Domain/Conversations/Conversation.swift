public import XMPPAddresses

/// A place in which entries stand: with a person, in a room, or with a server.
public struct Conversation: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// With one address, whichever of its devices speaks.
        case chat
        /// A group chat, peer being the room.
        case room
        /// What a domain says: messages of the day, alerts.
        case server
    }

    public let id: ConversationID
    public let account: AccountID
    public let peer: BareJID
    public var kind: Kind
    /// The entry that stands last, by time; `nil`: no entry.
    public var latest: Timestamp?
    public var state: ConversationState

    public init(
        id: ConversationID, account: AccountID, peer: BareJID, kind: Kind, latest: Timestamp? = nil,
        state: ConversationState = ConversationState()
    ) {
        self.id = id
        self.account = account
        self.peer = peer
        self.kind = kind
        self.latest = latest
        self.state = state
    }
}
