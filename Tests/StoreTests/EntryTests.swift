import Domain
import Testing
import XMPPAddresses

@testable import Store

@Suite("Entries")
struct EntryTests {
    @Test("An entry comes back as it went in")
    func roundTrip() async throws {
        let store = try await Store.withAccount()
        let new = try message("hello") {
            $0.texts = LanguageMap([.init(language: "en", text: "hello"), .init(language: "de", text: "hallo")])
            $0.subjects = LanguageMap([.init(language: "", text: "s"), .init(language: "fr", text: "t")])
            $0.thread = "t1"
            $0.threadParent = "t0"
            $0.messageID = "m1"
            $0.originID = "o1"
            $0.stanzaIDs = [.init(id: "s1", by: "capulet.example"), .init(id: "s2", by: "romeo@montague.example")]
            $0.encryption = "omemo:2"
            $0.occupantID = "occupant1"
            $0.detectedLanguage = "en"
            $0.expiresAt = Timestamp(microseconds: 99)
            $0.details = EntryDetails(reply: .init(id: "r"), links: [.init(url: "https://a.example")])
        }
        let entry = try await store.addEntry(new)
        #expect(entry?.content == new.content)
        #expect(entry?.peer == "romeo@montague.example")
        #expect(entry?.account == juliet)
    }

    @Test("Kinds, directions and states survive their codes")
    func codes() {
        for kind in EntryKind.allCases { #expect(EntryCodes.kind(EntryCodes.code(kind)) == kind) }
        for direction in EntryDirection.allCases {
            #expect(EntryCodes.direction(EntryCodes.code(direction)) == direction)
        }
        let reason = Reason(code: "a", sentence: "b")
        for state in [EntryState.queued, .held(reason), .sent, .onServer, .delivered, .displayed, .failed(reason)] {
            let code = EntryCodes.code(state)
            #expect(EntryCodes.state(code, reasonCode: "a", sentence: "b") == state)
        }
        #expect(EntryCodes.state(nil, reasonCode: nil, sentence: nil) == nil)
    }

    @Test("A first entry opens the conversation and announces both")
    func opens() async throws {
        let store = try await Store.withAccount()
        let committed = try await store.commit(.add(message("one")), .add(message("two", at: 2)))
        #expect(committed.events.map(\.kind) == [.conversation, .message, .message, .conversationChanged])
        let conversations = try await store.conversations(of: juliet)
        #expect(conversations.map(\.latest) == [Timestamp(microseconds: 2)])
        #expect(
            try await store.conversation(of: juliet, with: address("romeo@montague.example")) == conversations.first)
        #expect(try await store.conversation(ConversationID(number: 1)) == conversations.first)
        #expect(try await store.conversations(of: nurse).isEmpty)
    }

    @Test("The kind of a conversation can change, once")
    func kind() async throws {
        let store = try await Store.withAccount()
        let room = try address("balcony@rooms.example")
        let first = try await store.commit(.openConversation(juliet, peer: room, .chat))
        let second = try await store.commit(.openConversation(juliet, peer: room, .room))
        let third = try await store.commit(.openConversation(juliet, peer: room, .room))
        let id = ConversationID(number: 1)
        #expect([first, second, third].map(\.outcomes) == [[.opened(id)], [.done], [.unchanged]])
        #expect([first, second, third].map(\.events.count) == [1, 1, 0])
        #expect(try await store.conversation(id)?.kind == .room)
    }

    @Test("The stanza-id of the same archive is stored once, in every place an id can stand")
    func byArchive() async throws {
        let store = try await Store.withAccount()
        let ids = [StanzaReference(id: "s1", by: "a.example"), StanzaReference(id: "s2", by: "b.example")]
        _ = try await store.commit(.add(message("one") { $0.stanzaIDs = ids }))
        for id in ids {
            let again = try await store.commit(.add(message("one") { $0.stanzaIDs = [id] }))
            #expect(again.outcomes == [.duplicate(EntryID(number: 1), ConversationID(number: 1))])
            #expect(again.events.isEmpty)
        }
        let other = StanzaReference(id: "s1", by: "b.example")
        #expect(try await store.addEntry(message("one") { $0.stanzaIDs = [other] }) != nil)
        let elsewhere = try message("one", peer: "nurse@capulet.example") { $0.stanzaIDs = ids }
        #expect(try await store.addEntry(elsewhere) != nil)
    }

    @Test("An entry that comes again brings the ids it had not yet")
    func addsIDs() async throws {
        let store = try await Store.withAccount()
        let own = try await store.sendEntry(
            message("hi", at: 1, .outgoing) {
                $0.originID = "o1"
                $0.messageID = "o1"
            })
        for (id, by) in [("s1", "a.example"), ("s2", "b.example"), ("s1", "a.example")] {
            let copy = try message("hi", at: 1, .outgoing, twin: .byArchiveOrSender) {
                $0.originID = "o1"
                $0.messageID = "o1"
                $0.stanzaIDs = [.init(id: id, by: by)]
            }
            #expect(try await store.commit(.add(copy)).outcomes == [.duplicate(own, ConversationID(number: 1))])
        }
        let entry = try await store.entry(own)
        #expect(
            entry?.content.stanzaIDs == [.init(id: "s1", by: "a.example"), .init(id: "s2", by: "b.example")])
    }

    struct Twin: Sendable {
        let same: Bool
        let what: String
        var direction = EntryDirection.incoming
        var text = "hello"
        var author = "romeo@montague.example/orchard"
        var message: String? = "m1"
        var origin: String?
        var firstOrigin: String?
        var kind = Conversation.Kind.chat
    }

    @Test(
        "The same sender's entry is recognised by what identifies it, never by the message id alone",
        arguments: [
            Twin(same: true, what: "same message id and text"),
            Twin(same: true, what: "another device of the sender", author: "romeo@montague.example/phone"),
            Twin(same: false, what: "another text", text: "other"),
            Twin(same: false, what: "other direction", direction: .outgoing),
            Twin(same: false, what: "no id at all", message: nil),
            Twin(same: true, what: "same origin-id, rewritten message id", message: "x", origin: "o", firstOrigin: "o"),
            Twin(same: true, what: "same origin-id, other text", text: "z", origin: "o", firstOrigin: "o"),
            Twin(same: false, what: "other origin-id, same message id", origin: "p", firstOrigin: "o"),
            Twin(same: true, what: "origin-id lost on the way", firstOrigin: "m1"),
            Twin(same: false, what: "other occupant", author: "romeo@montague.example/tybalt", kind: .room),
            Twin(same: true, what: "same occupant", kind: .room),
        ])
    func bySender(row: Twin) async throws {
        let store = try await Store.withAccount()
        _ = try await store.commit(
            .add(
                message("hello", kind: row.kind) {
                    $0.messageID = "m1"
                    $0.originID = row.firstOrigin
                }))
        let second = try message(row.text, row.direction, kind: row.kind, twin: .byArchiveOrSender) {
            $0.messageID = row.message
            $0.originID = row.origin
            $0.author = row.author
        }
        let isNew = try await store.addEntry(second) != nil
        #expect(isNew == !row.same, "\(row.what)")
    }

    @Test(
        "What an archive has of an entry that was changed here since is the same entry; what comes by itself is another",
        arguments: [
            (NewEntry.Origin.archive, "hello", true), (.archive, "other", false), (.live, "hello", false),
        ])
    func changed(origin: NewEntry.Origin, text: String, isSame: Bool) async throws {
        for isRetracted in [false, true] where isSame || !isRetracted {
            let store = try await Store.withAccount()
            _ = try await store.commit(.add(message("hello") { $0.messageID = "m1" }))
            _ = try await store.commit(isRetracted ? act(.retract) : correction("Hello!", own: "m2"))
            var again = try message(text, twin: .byArchiveOrSender) {
                $0.messageID = "m1"
                $0.stanzaIDs = [.init(id: "s1", by: "juliet@capulet.example")]
            }
            again.origin = origin
            #expect(try await (store.addEntry(again) == nil) == isSame)
        }
    }

    @Test("An entry is found by whichever id is used")
    func anyID() async throws {
        let store = try await Store.withAccount()
        _ = try await store.commit(
            .add(
                message("one") {
                    $0.messageID = "m1"
                    $0.originID = "o1"
                    $0.stanzaIDs = [.init(id: "s1", by: "a"), .init(id: "s2", by: "b")]
                }))
        for id in ["m1", "o1", "s1", "s2"] {
            let entry = try await store.entry(in: ConversationID(number: 1), withAnyID: id)
            #expect(entry?.id == EntryID(number: 1), "\(id)")
        }
        #expect(try await store.entry(in: ConversationID(number: 1), withAnyID: "x") == nil)
        #expect(try await store.entry(in: ConversationID(number: 2), withAnyID: "m1") == nil)
    }
}
