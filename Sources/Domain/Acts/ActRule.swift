/// Who may do what to which entry: the one table.
///
/// It looks at what the reception authenticated; the store asks it for each entry that a name leads to.
public enum ActRule {
    /// Emojis in a set at most, and bytes of each.
    public static let emojiBound = 20
    public static let emojiBytes = 64

    /// What may stand in the way of an act; `nil`: it is allowed.
    public static func refusal(of act: Act, on entry: ActSubject) -> ActRefusal? {
        guard isTargetable(entry.kind) else { return .kind }
        guard !isOnItself(act, entry) else { return .itself }
        return switch act.kind {
        case .correct: correction(act, entry)
        case .retract: retraction(act, entry)
        case .moderate: moderation(act, entry)
        case .react(let emojis): reaction(act, emojis, entry)
        case .receive: receipt(act, entry)
        case .display: marker(act, entry)
        case .pin, .unpin: act.direction == .outgoing ? nil : .pinByAnother
        }
    }

    /// The address without its resource.
    public static func bare(_ address: String) -> String {
        address.utf8.firstIndex(of: UInt8(ascii: "/")).map { String(address[..<$0]) } ?? address
    }

    // MARK: The rows

    /// XEP-0308 §4 and §5: any message of the same sender, never weaker in encryption.
    private static func correction(_ act: Act, _ entry: ActSubject) -> ActRefusal? {
        guard isSameSender(act, entry) else { return .correctionByAnother }
        guard !entry.isRetracted else { return .retracted }
        return isWeaker(act, entry) ? .inTheClear : nil
    }

    /// XEP-0424 §5 and §5.1; a room without ids leaves the sender's.
    private static func retraction(_ act: Act, _ entry: ActSubject) -> ActRefusal? {
        guard isNamedRightly(entry) || isNamedBySenderAlone(entry) else { return .retractionID }
        guard isSameSender(act, entry) else { return .retractionByAnother }
        guard !entry.isRetracted else { return .retracted }
        return isWeaker(act, entry) ? .inTheClear : nil
    }

    /// XEP-0425 §3.1 and §5: from the room itself, by the room's own id.
    private static func moderation(_ act: Act, _ entry: ActSubject) -> ActRefusal? {
        guard entry.place == .room, act.direction == .incoming, act.author == entry.peer else { return .notTheRoom }
        guard isNamedRightly(entry) else { return .moderationID }
        return entry.isRetracted ? .retracted : nil
    }

    /// XEP-0444 §4: anybody in the conversation.
    private static func reaction(_ act: Act, _ emojis: [String], _ entry: ActSubject) -> ActRefusal? {
        guard emojis.count <= emojiBound, emojis.allSatisfy({ $0.utf8.count <= emojiBytes }) else { return .tooMany }
        guard isNamedRightly(entry) else { return .reactionID }
        guard isInside(act, entry) else { return .outsider }
        return entry.isRetracted ? .retracted : nil
    }

    /// XEP-0184 §5.3 and §8: from the address the message went to.
    private static func receipt(_ act: Act, _ entry: ActSubject) -> ActRefusal? {
        guard entry.place != .room else { return .receiptInRoom }
        guard isFromRecipient(act, entry) else { return .receiptByAnother }
        return nil
    }

    /// XEP-0333 §4.3 and §5: by those the message went to, in a room without ids by the sender's; the user's own devices tell what was read, and by an
    /// archive's id they may name what the user sent (XEP-0490 §5.1).
    private static func marker(_ act: Act, _ entry: ActSubject) -> ActRefusal? {
        guard entry.place == .room else {
            let isOwn = act.direction == .outgoing && (entry.direction == .incoming || isNamedByArchive(entry))
            return isOwn || isFromRecipient(act, entry) ? nil : .markerByAnother
        }
        guard isInside(act, entry) else { return .markerByAnother }
        return isNamedRightly(entry) || isNamedBySenderAlone(entry) ? nil : .markerID
    }

    // MARK: What the rows ask

    private static func isTargetable(_ kind: EntryKind) -> Bool {
        switch kind {
        case .chat, .groupchat, .normal, .undecryptable, .file: true
        case .headline, .error, .call, .system: false
        }
    }

    /// A later stanza may use the id of an earlier one again; the same id on both sides is a loop.
    private static func isOnItself(_ act: Act, _ entry: ActSubject) -> Bool {
        switch entry.name {
        case .entry: false
        case .sender(let id): id == act.messageID || id == act.originID
        case .archive(let reference): act.stanzaIDs.contains(reference)
        }
    }

    /// In a chat the bare address decides, in a room the occupant id, and the nickname only where there is none.
    private static func isSameSender(_ act: Act, _ entry: ActSubject) -> Bool {
        guard act.direction == entry.direction else { return false }
        guard act.direction == .incoming else { return true }
        guard entry.place == .room else { return bare(act.author) == bare(entry.author) }
        if let occupant = entry.occupantID { return act.occupantID == occupant }
        return act.author == entry.author
    }

    private static func isFromRecipient(_ act: Act, _ entry: ActSubject) -> Bool {
        act.direction == .incoming && entry.direction == .outgoing && bare(act.author) == entry.peer
    }

    /// The user, the other one in a chat, or an occupant of the room; never the room itself.
    private static func isInside(_ act: Act, _ entry: ActSubject) -> Bool {
        guard act.direction == .incoming else { return true }
        guard bare(act.author) == entry.peer else { return false }
        return entry.place != .room || act.author != entry.peer
    }

    private static func isNamedRightly(_ entry: ActSubject) -> Bool {
        switch entry.name {
        case .entry: true
        case .sender: entry.place != .room
        case .archive(let reference): entry.place == .room && reference.by == entry.peer
        }
    }

    private static func isNamedBySenderAlone(_ entry: ActSubject) -> Bool {
        if case .sender = entry.name { !entry.hasRoomID } else { false }
    }

    private static func isNamedByArchive(_ entry: ActSubject) -> Bool {
        if case .archive = entry.name { true } else { false }
    }

    private static func isWeaker(_ act: Act, _ entry: ActSubject) -> Bool {
        entry.encryption != nil && act.encryption == nil
    }
}
