/// Up to where somebody has read a conversation (XEP-0333).
public struct ConversationReader: Hashable, Sendable {
    /// A bare address; in rooms the occupant, or `occupant:` and the occupant id where the room gives one.
    public var reader: String
    public var place: ConversationState.Place

    public init(reader: String, place: ConversationState.Place) {
        self.reader = reader
        self.place = place
    }
}
