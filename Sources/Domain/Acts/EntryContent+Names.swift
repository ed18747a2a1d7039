extension EntryContent {
    /// What the others call the entry when they are told of an act on it; `nil`: it has no name for them.
    ///
    /// In a chat that is the stanza's `id` (XEP-0308 §4, XEP-0424 §5.1, XEP-0444 §4.2); in a room the id which the room
    /// gave it, except for a correction.
    public func wireName(for act: Act.Kind, in place: Conversation.Kind, of peer: String) -> String? {
        if place == .room, !act.isCorrection { return stanzaIDs.first { $0.by == peer }?.id }
        return messageID.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// What an answer calls the entry (XEP-0461 §4.1); `nil`: it cannot be answered.
    public func replyName(in place: Conversation.Kind, of peer: String) -> String? {
        if place == .room { return stanzaIDs.first { $0.by == peer }?.id }
        return [originID, messageID].compactMap(\.self).first { !$0.isEmpty }
    }
}

extension Act.Kind {
    /// Whether it gives an entry another content.
    public var isCorrection: Bool {
        if case .correct = self { true } else { false }
    }
}
