import Backend
import BusAPI
import DBusWire
import Domain
import Store
import Testing
import XMPPAddresses

@testable import BusServer

@Suite("Entries and settings in the form of the bus")
struct EntryFieldsTests {
    private static let moment = Timestamp(microseconds: 1_772_633_106_000_000)

    private func entry(_ change: (inout EntryContent) -> Void, marks: EntryMarks? = nil) throws -> Entry {
        var content = EntryContent(
            direction: .incoming, kind: .chat, author: "romeo@example.org/orchard", sentAt: Self.moment,
            receivedAt: Self.moment.advanced(byMicroseconds: 5), texts: LanguageMap("Wherefore?"))
        change(&content)
        return Entry(
            id: EntryID(number: 7), account: AccountID(random: 1), conversation: ConversationID(number: 1),
            peer: "romeo@example.org", content: content, marks: marks)
    }

    @Test(
        "A text has to fit into what servers take, with all that XML escapes",
        arguments: [("a", 240_000, true), ("a", 240_001, false), ("&", 48_000, true), ("<", 60_001, false)])
    func fits(letter: String, count: Int, isTaken: Bool) {
        let texts: OrderedEntries<String, String> = ["": String(repeating: letter, count: count)]
        #expect(((try? Draft(texts, [:])) != nil) == isTaken)
    }

    private func exported(_ entry: Entry) -> Fields {
        var fields = Fields(entry)
        fields.set("peer", entry.peer)
        return fields
    }

    @Test("What is exported reads back as it was")
    func roundTrip() throws {
        let marks = EntryMarks(
            correctedAt: Self.moment, retraction: .init(time: Self.moment, by: "romeo@example.org", reason: "spam"),
            reactions: [.init(sender: "juliet@example.org", emojis: ["🌹", "😀"], time: Self.moment)])
        let entry = try entry(
            {
                $0.texts = LanguageMap([.init(language: "en", text: "a"), .init(language: "de", text: "b")])
                $0.subjects = LanguageMap("s")
                $0.thread = "t"
                $0.messageID = "m"
                $0.originID = "o"
                $0.occupantID = "oc"
                $0.encryption = "omemo:2"
                $0.stanzaIDs = [.init(id: "1", by: "juliet@example.org")]
                $0.details = EntryDetails(
                    reply: .init(id: "r", author: "nurse@example.org"), spoiler: LanguageMap("hint"),
                    links: [.init(url: "https://example.org/", description: "d")],
                    spans: [TextSpan(.strong, 0..<1), TextSpan(.link, 0..<1, link: "https://example.org/")],
                    isAttention: true)
            }, marks: marks)
        var fields = exported(entry)
        fields.set(
            "versions", [["texts": Value(["": "old"] as OrderedEntries<String, String>), "time": .int64(1)] as Fields])
        let back = try ImportedEntry(fields)
        #expect(back.peer.description == "romeo@example.org")
        #expect(back.content == entry.content)
        #expect(back.marks == marks)
        #expect(back.versions == [EntryVersion(time: Timestamp(microseconds: 1), texts: LanguageMap("old"))])
    }

    @Test("What is unknown is absent, and what stands elsewhere is told where it applies")
    func plain() throws {
        let plain = Fields(ShownEntry(entry: try entry { _ in }, around: .init()))
        #expect(
            plain.entries.map(\.name) == [
                "id", "direction", "kind", "texts", "subjects", "author", "time", "received", "delayed", "encryption",
            ])
        let corrected = ShownEntry(
            entry: try entry(
                { $0.details = EntryDetails(mentions: [.init(target: "x", isUser: true)], lifetime: 9) },
                marks: EntryMarks(correctedAt: Self.moment)),
            around: .init(versions: 2, replied: EntryID(number: 3)))
        let fields = Fields(corrected)
        #expect(fields["versions"] == .uint32(2) && fields["reply-to-entry"] == .string("e3"))
        #expect(fields["mentioned"] == .bool(true) && fields["timer"] == .uint32(9))
    }

    @Test(
        "What had not been sent is not sent when it comes back",
        arguments: [
            ("queued", "failed"), ("held", "failed"), ("sent", "failed"), ("on-server", "on-server"),
            ("delivered", "delivered"), ("displayed", "displayed"), ("failed", "failed"), ("new", "on-server"),
        ])
    func states(exported: String, imported: String) throws {
        var fields = self.exported(try entry { _ in })
        fields.set("direction", "out")
        fields.set("state", exported)
        #expect(try ImportedEntry(fields).content.state?.name == imported)
    }

    private static let wrong: [(String, Value?)] = [
        ("peer", nil), ("peer", .string("@")), ("peer", .string("a@b/c")), ("direction", nil),
        ("direction", .string("up")), ("time", nil), ("time", .int64(-1)), ("time", .int64(.max)),
        ("time", .string("now")), ("author", nil), ("author", .string("@")), ("kind", .string("song")),
        ("texts", .string("x")), ("message-id", .string(String(repeating: "x", count: 1_024))),
        ("texts", .dictionary([.init(.string(""), .string("\u{1}"))], key: "s", value: "s")),
        ("stanza-ids", .dictionary([.init(.string("@"), .string("1"))], key: "s", value: "s")),
        ("links", .array([.fields([])], of: "a{sv}")), ("versions", .array([.fields([])], of: "a{sv}")),
        ("mentions", .array(Array(repeating: .string("x"), count: 101), of: "s")),
        (
            "reactions",
            .dictionary([.init(.string(String(repeating: "x", count: 65)), .array([], of: "s"))], key: "s", value: "as")
        ),
    ]

    @Test("What is no entry is refused with what is wrong", arguments: wrong)
    func refused(key: String, value: Value?) throws {
        var fields = exported(try entry { _ in })
        #expect(throws: Never.self) { try ImportedEntry(fields) }
        fields[key] = value
        let error = #expect(throws: BusError.self) { try ImportedEntry(fields) }
        #expect(error?.message.isEmpty == false)
    }

    @Test("What later versions may add is left out")
    func unknown() throws {
        var fields = exported(try entry { _ in })
        fields.set("aroma", "rose")
        fields["links"] = .array([], of: "s")
        #expect(try ImportedEntry(fields).content.details == nil)
    }

    private static let settings: [(Fields, AccountChange.Setting<ConversationState.Mute>?)] = [
        ([:], nil), (["notify": .string("all")], .remove), (["notify": .string("none")], .set(.init(level: .all))),
        (["notify": .string("mentions")], .set(.init(level: .mentions))),
        (["muted-until": .int64(5)], .set(.init(level: .all, until: Timestamp(microseconds: 5)))),
        (
            ["muted-until": .int64(5), "notify": .string("mentions")],
            .set(.init(level: .mentions, until: Timestamp(microseconds: 5)))
        ),
        (["muted-until": .int64(0)], .remove),
    ]

    @Test("Silence is asked for in three ways", arguments: settings)
    func mute(fields: Fields, mute: AccountChange.Setting<ConversationState.Mute>?) throws {
        #expect(try ConversationSettings(fields).mute == mute)
    }

    @Test("What is to be sent is read with all that goes along")
    func draft() throws {
        let draft = try Draft(
            ["": "text"],
            [
                "subjects": Value(["de": "s"] as OrderedEntries<String, String>), "type": .string("normal"),
                "reply-to": .string("e7"), "spoiler": .string(""), "link": .string("https://example.org/"),
                "attention": .bool(true),
            ])
        #expect(draft.kind == .normal && draft.reply == EntryID(number: 7) && draft.subjects["de"] == "s")
        #expect(
            draft.details
                == EntryDetails(spoiler: LanguageMap(), links: [.init(url: "https://example.org/")], isAttention: true))
        #expect(try Draft([:], ["spoiler": .string("hint"), "attention": .bool(true)]).details.spoiler?[""] == "hint")
    }

    private static let badDrafts: [(Fields, BusError)] = [
        ([:], .invalidArguments), (["attention": .bool(false)], .invalidArguments),
        (["link": .string("")], .invalidArguments),
        (["type": .string("error"), "attention": .bool(true)], .invalidArguments),
        (["reply-to": .string("x"), "attention": .bool(true)], .noSuchEntry),
        (["colour": .string("red")], .invalidArguments),
        (["thread": .string("a\nb"), "attention": .bool(true)], .invalidArguments),
    ]

    @Test("What cannot be sent is refused", arguments: badDrafts)
    func noDraft(options: Fields, error: BusError) {
        #expect(throws: error) { try Draft([:], options) }
    }

    @Test("Retention of a conversation is a number of seconds, never, or what the account says")
    func retention() throws {
        #expect(try ConversationSettings(["retention": .uint32(90)]).retention == .set(.seconds(90)))
        #expect(try ConversationSettings(["retention": .uint32(0)]).retention == .set(.forever))
        #expect(try ConversationSettings(["retention": .int64(-1)]).retention == .remove)
        for wrong in [["retention": .int64(5)], ["colour": .string("red")], ["notify": .string("x")]] as [Fields] {
            #expect(throws: BusError.invalidArguments) { try ConversationSettings(wrong) }
        }
    }

    @Test("The properties of a conversation hold what differs from the default")
    func properties() throws {
        var conversation = Conversation(
            id: ConversationID(number: 1), account: AccountID(random: 1), peer: try BareJID("romeo@example.org"),
            kind: .chat)
        let plain = Conversation1.Properties(conversation)
        #expect(plain.unread == 0 && plain.readUpTo.isEmpty && plain.draft == [:] && plain.settings == [:])
        conversation.state = ConversationState(
            isOpen: false, unread: 3, mentions: 1, read: .init(entry: EntryID(number: 9), time: Self.moment),
            draft: .init(text: "O", reply: EntryID(number: 8), time: Self.moment),
            mute: .init(level: .all, until: Self.moment), isPinned: true, retention: .forever)
        let full = Conversation1.Properties(conversation)
        #expect(full.unread == 3 && full.mentions == 1 && full.readUpTo == "e9")
        #expect(
            full.draft == [
                "text": .string("O"), "reply-to": .string("e8"), "time": .int64(Self.moment.microseconds),
            ])
        #expect(
            full.settings == [
                "open": .bool(false), "pinned": .bool(true), "muted-until": .int64(Self.moment.microseconds),
                "retention": .uint32(0),
            ])
        conversation.state.mute = .init(level: .mentions)
        #expect(Conversation1.Properties(conversation).settings["notify"] == .string("mentions"))
        conversation.state.mute = .init(level: .all)
        #expect(Conversation1.Properties(conversation).settings["notify"] == .string("none"))
    }
}
