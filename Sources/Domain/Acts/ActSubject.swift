/// What the rule about acts has to know of the entry that a name led to.
public struct ActSubject: Hashable, Sendable {
    public var id: EntryID
    /// The kind and the peer of the conversation it stands in.
    public var place: Conversation.Kind
    public var peer: String
    public var direction: EntryDirection
    public var kind: EntryKind
    public var author: String
    public var occupantID: String?
    public var encryption: String?
    /// Whether it has an id by its room.
    public var hasRoomID: Bool
    public var isRetracted: Bool
    /// The name that led to it.
    public var name: EntryTarget.Name

    public init(
        id: EntryID, place: Conversation.Kind, peer: String, direction: EntryDirection, kind: EntryKind,
        author: String, occupantID: String? = nil, encryption: String? = nil, hasRoomID: Bool = false,
        isRetracted: Bool = false, name: EntryTarget.Name
    ) {
        self.id = id
        self.place = place
        self.peer = peer
        self.direction = direction
        self.kind = kind
        self.author = author
        self.occupantID = occupantID
        self.encryption = encryption
        self.hasRoomID = hasRoomID
        self.isRetracted = isRetracted
        self.name = name
    }
}
