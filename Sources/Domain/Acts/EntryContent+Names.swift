extension EntryContent {
    /// What the others call the entry when they are told of an act on it; `nil`: it has no name for them.
    ///
    /// A correction names it by the stanza's `id` everywhere (XEP-0308 §4), a retraction in chats (XEP-0424 §5.1).
    public func wireName(for act: Act.Kind, in place: Conversation.Kind, of peer: String) -> String? {
        switch act {
        case .correct: messageID
        case .retract where place != .room: messageID
        case .retract, .moderate, .react, .receive, .display, .pin, .unpin: publicName(in: place, of: peer)
        }
    }

    /// What reactions and answers call the entry: in a room the id which the room gave it, elsewhere its origin-id, else
    /// its `id` (XEP-0444 §4.2, XEP-0461 §4.1); `nil`: it has none of them.
    public func publicName(in place: Conversation.Kind, of peer: String) -> String? {
        if place == .room { return stanzaIDs.first { $0.by == peer }?.id }
        return originID ?? messageID
    }
}

extension Act.Kind {
    /// Whether it gives an entry another content.
    public var isCorrection: Bool {
        if case .correct = self { true } else { false }
    }
}
