import Domain
import Testing
import XMPPAddresses

@Suite("Who may do what to which entry")
struct ActRuleTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let what: String
        let kind: Act.Kind
        let refusal: ActRefusal?
        var place = Conversation.Kind.chat
        var by = "romeo@montague.example/phone"
        var occupant: String?
        var from = EntryDirection.incoming
        var entry = EntryDirection.incoming
        var entryKind = EntryKind.chat
        var author = "romeo@montague.example/orchard"
        var authorOccupant: String?
        var name = EntryTarget.Name.sender("m1")
        var hasRoomID = true
        var isRetracted = false
        var encryption: String?
        var entryEncryption: String?

        var testDescription: String { what }
    }

    static let room = "balcony@rooms.example"
    static let mine = "balcony@rooms.example/juliet"
    static let theirs = "balcony@rooms.example/romeo"
    static let other = "balcony@rooms.example/tybalt"
    static let byRoom = EntryTarget.Name.archive(StanzaReference(id: "s1", by: room))
    static let byOther = EntryTarget.Name.archive(StanzaReference(id: "s1", by: "capulet.example"))
    static let fix = Act.Kind.correct(texts: LanguageMap("x"), subjects: LanguageMap(), details: nil)

    static let corrections = [
        Row(what: "the same bare address", kind: fix, refusal: nil),
        Row(what: "another address", kind: fix, refusal: .correctionByAnother, by: "tybalt@capulet.example/x"),
        Row(what: "ours by the other one", kind: fix, refusal: .correctionByAnother, entry: .outgoing),
        Row(what: "theirs by us", kind: fix, refusal: .correctionByAnother, from: .outgoing),
        Row(what: "ours by us, another device", kind: fix, refusal: nil, from: .outgoing, entry: .outgoing),
        Row(what: "in the clear", kind: fix, refusal: .inTheClear, entryEncryption: "omemo:2"),
        Row(what: "encrypted", kind: fix, refusal: nil, encryption: "omemo:2", entryEncryption: "omemo:2"),
        Row(what: "encrypted, of a clear one", kind: fix, refusal: nil, encryption: "omemo:2"),
        Row(what: "what is gone", kind: fix, refusal: .retracted, isRetracted: true),
        Row(what: "occupant by nickname", kind: fix, refusal: nil, place: .room, by: theirs, author: theirs),
        Row(
            what: "another nickname", kind: fix, refusal: .correctionByAnother, place: .room, by: other, author: theirs),
        Row(
            what: "same occupant id, new nickname", kind: fix, refusal: nil, place: .room, by: other, occupant: "o1",
            author: theirs, authorOccupant: "o1"),
        Row(
            what: "nickname taken by another occupant", kind: fix, refusal: .correctionByAnother, place: .room,
            by: theirs, occupant: "o2", author: theirs, authorOccupant: "o1"),
        Row(
            what: "nickname without the occupant id", kind: fix, refusal: .correctionByAnother, place: .room,
            by: theirs, author: theirs, authorOccupant: "o1"),
        Row(what: "a headline", kind: fix, refusal: .kind, entryKind: .headline),
        Row(what: "an error", kind: fix, refusal: .kind, entryKind: .error),
        Row(what: "a call", kind: fix, refusal: .kind, entryKind: .call),
        Row(what: "a notice of ours", kind: fix, refusal: .kind, entryKind: .system),
        Row(what: "a file", kind: fix, refusal: nil, entryKind: .file),
        Row(what: "its own stanza", kind: fix, refusal: .itself, name: .sender("own")),
        Row(what: "its own stanza by the archive's id", kind: fix, refusal: .itself, name: byOther),
    ]

    static let retractions = [
        Row(what: "its author", kind: .retract, refusal: nil),
        Row(what: "another", kind: .retract, refusal: .retractionByAnother, by: "tybalt@capulet.example/x"),
        Row(what: "ours by the other one", kind: .retract, refusal: .retractionByAnother, entry: .outgoing),
        Row(what: "in the clear", kind: .retract, refusal: .inTheClear, entryEncryption: "omemo:2"),
        Row(what: "twice", kind: .retract, refusal: .retracted, isRetracted: true),
        Row(
            what: "by an archive's id in a chat", kind: .retract, refusal: .retractionID,
            name: .archive(
                StanzaReference(id: "s2", by: "capulet.example"))),
        Row(
            what: "in a room by the room's id", kind: .retract, refusal: nil, place: .room, by: theirs,
            author: theirs, name: byRoom),
        Row(
            what: "in a room by the sender's id", kind: .retract, refusal: .retractionID, place: .room, by: theirs,
            author: theirs),
        Row(
            what: "in a room without ids by the sender's id", kind: .retract, refusal: nil, place: .room, by: theirs,
            author: theirs, hasRoomID: false),
        Row(
            what: "in a room without ids, by another occupant", kind: .retract, refusal: .retractionByAnother,
            place: .room, by: other, author: theirs, hasRoomID: false),
        Row(
            what: "in a room by another's id", kind: .retract, refusal: .retractionID, place: .room, by: theirs,
            author: theirs, name: .archive(StanzaReference(id: "s9", by: "capulet.example"))),
        Row(
            what: "in a room by another occupant", kind: .retract, refusal: .retractionByAnother, place: .room,
            by: other, author: theirs, name: byRoom),
        Row(
            what: "ours in a room, by its own number", kind: .retract, refusal: nil, place: .room, by: mine,
            from: .outgoing, entry: .outgoing, author: mine, name: .entry(EntryID(number: 1))),
        Row(
            what: "the room, by the room's id", kind: .moderate(reason: nil), refusal: nil, place: .room, by: room,
            author: theirs, name: byRoom),
        Row(
            what: "the room, what was encrypted", kind: .moderate(reason: nil), refusal: nil, place: .room, by: room,
            author: theirs, name: byRoom, entryEncryption: "omemo:2"),
        Row(
            what: "an occupant who says to be the room", kind: .moderate(reason: nil), refusal: .notTheRoom,
            place: .room, by: other, author: theirs, name: byRoom),
        Row(what: "moderated in a chat", kind: .moderate(reason: nil), refusal: .notTheRoom),
        Row(
            what: "the room, by the sender's id", kind: .moderate(reason: nil), refusal: .moderationID, place: .room,
            by: room, author: theirs),
        Row(
            what: "the room, by another's id", kind: .moderate(reason: nil), refusal: .moderationID, place: .room,
            by: room, author: theirs, name: .archive(StanzaReference(id: "s9", by: "capulet.example"))),
        Row(
            what: "moderated twice", kind: .moderate(reason: nil), refusal: .retracted, place: .room, by: room,
            author: theirs, name: byRoom, isRetracted: true),
    ]

    static let reactions = [
        Row(what: "to their own", kind: .react(["👍"]), refusal: nil),
        Row(what: "to ours", kind: .react(["👍"]), refusal: nil, entry: .outgoing, author: "juliet@capulet.example"),
        Row(what: "ours", kind: .react(["👍"]), refusal: nil, by: "juliet@capulet.example", from: .outgoing),
        Row(what: "withdrawn", kind: .react([]), refusal: nil),
        Row(what: "an outsider", kind: .react(["👍"]), refusal: .outsider, by: "tybalt@capulet.example/x"),
        Row(what: "to what is gone", kind: .react(["👍"]), refusal: .retracted, isRetracted: true),
        Row(what: "in the clear to what was encrypted", kind: .react(["👍"]), refusal: nil, entryEncryption: "omemo:2"),
        Row(
            what: "too many", kind: .react((0...ActRule.emojiBound).map { "\($0)" }), refusal: .tooMany),
        Row(
            what: "as many as may be", kind: .react((0..<ActRule.emojiBound).map { "\($0)" }), refusal: nil),
        Row(
            what: "too long", kind: .react([String(repeating: "x", count: ActRule.emojiBytes + 1)]), refusal: .tooMany),
        Row(
            what: "in a room by the room's id", kind: .react(["👍"]), refusal: nil, place: .room, by: other,
            author: theirs, name: byRoom),
        Row(
            what: "in a room by the sender's id", kind: .react(["👍"]), refusal: .reactionID, place: .room,
            by: other, author: theirs),
        Row(
            what: "the room itself", kind: .react(["👍"]), refusal: .outsider, place: .room, by: room, author: theirs,
            name: byRoom),
    ]

    static let notices = [
        Row(what: "receipt for ours", kind: .receive, refusal: nil, entry: .outgoing),
        Row(what: "receipt for theirs", kind: .receive, refusal: .receiptByAnother),
        Row(
            what: "receipt by another", kind: .receive, refusal: .receiptByAnother, by: "tybalt@capulet.example/x",
            entry: .outgoing),
        Row(
            what: "receipt by us", kind: .receive, refusal: .receiptByAnother, by: "juliet@capulet.example/x",
            from: .outgoing, entry: .outgoing),
        Row(
            what: "receipt in a room", kind: .receive, refusal: .receiptInRoom, place: .room, by: theirs,
            entry: .outgoing, name: byRoom),
        Row(what: "receipt for an error", kind: .receive, refusal: .kind, entry: .outgoing, entryKind: .error),
        Row(what: "marker for ours", kind: .display, refusal: nil, entry: .outgoing),
        Row(what: "marker for theirs", kind: .display, refusal: .markerByAnother),
        Row(
            what: "marker by another", kind: .display, refusal: .markerByAnother, by: "tybalt@capulet.example/x",
            entry: .outgoing),
        Row(what: "our own device read theirs", kind: .display, refusal: nil, from: .outgoing),
        Row(
            what: "our own device, ours", kind: .display, refusal: .markerByAnother, from: .outgoing,
            entry: .outgoing),
        Row(
            what: "our own device, ours, by the archive's id", kind: .display, refusal: nil, from: .outgoing,
            entry: .outgoing, name: byRoom),
        Row(
            what: "marker by the other for theirs, by the archive's id", kind: .display, refusal: .markerByAnother,
            name: byRoom),
        Row(
            what: "marker in a room", kind: .display, refusal: nil, place: .room, by: other, author: theirs,
            name: byRoom),
        Row(
            what: "marker in a room by the sender's id", kind: .display, refusal: .markerID, place: .room, by: other,
            author: theirs),
        Row(
            what: "marker in a room without ids", kind: .display, refusal: nil, place: .room, by: other,
            author: theirs, hasRoomID: false),
        Row(
            what: "marker in a room without ids, by another's id", kind: .display, refusal: .markerID, place: .room,
            by: other, author: theirs, name: .archive(StanzaReference(id: "s9", by: "capulet.example")),
            hasRoomID: false),
        Row(
            what: "reaction in a room without ids", kind: .react(["👍"]), refusal: .reactionID, place: .room, by: other,
            author: theirs, hasRoomID: false),
        Row(
            what: "marker by the room", kind: .display, refusal: .markerByAnother, place: .room, by: room,
            author: theirs, name: byRoom),
        Row(what: "marker for an error", kind: .display, refusal: .kind, entry: .outgoing, entryKind: .error),
        Row(what: "pinned by us", kind: .pin, refusal: nil, from: .outgoing),
        Row(what: "pinned by another", kind: .pin, refusal: .pinByAnother),
        Row(what: "unpinned by another", kind: .unpin, refusal: .pinByAnother),
    ]

    @Test("Corrections", arguments: corrections)
    func correction(row: Row) throws { try check(row) }

    @Test("Retractions and moderation", arguments: retractions)
    func retraction(row: Row) throws { try check(row) }

    @Test("Reactions", arguments: reactions)
    func reaction(row: Row) throws { try check(row) }

    @Test("Receipts, markers, pins", arguments: notices)
    func notice(row: Row) throws { try check(row) }

    private func check(_ row: Row) throws {
        let peer = row.place == .room ? Self.room : "romeo@montague.example"
        let account = AccountID(random: 0)
        let act = Act(
            row.kind, on: EntryTarget(account: account, peer: try BareJID(peer), names: [row.name]),
            direction: row.from, author: row.by, occupantID: row.occupant, time: Timestamp(microseconds: 1),
            messageID: "own", stanzaIDs: [StanzaReference(id: "s1", by: "capulet.example")],
            encryption: row.encryption)
        let subject = ActSubject(
            id: EntryID(number: 1), place: row.place, peer: peer, direction: row.entry, kind: row.entryKind,
            author: row.author, occupantID: row.authorOccupant, encryption: row.entryEncryption,
            hasRoomID: row.hasRoomID, isRetracted: row.isRetracted, name: row.name)
        #expect(ActRule.refusal(of: act, on: subject) == row.refusal)
    }

    @Test("Who acts is the same person from device to device, and from nickname to nickname")
    func actor() throws {
        let target = EntryTarget(account: AccountID(random: 0), peer: try BareJID(Self.room), names: [])
        var act = Act(
            .retract, on: target, direction: .incoming, author: Self.theirs, time: Timestamp(microseconds: 1))
        #expect(act.actor(in: .room) == Self.theirs)
        #expect(act.actor(in: .chat) == Self.room)
        act.occupantID = "o1"
        #expect(act.actor(in: .room) == "occupant:o1")
    }
}
