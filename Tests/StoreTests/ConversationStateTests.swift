import Domain
import Testing

@testable import Store

@Suite("Conversation state")
struct ConversationStateTests {
    private let id = ConversationID(number: 1)

    private func state(_ store: Store) async throws -> ConversationState? {
        try await store.conversation(id)?.state
    }

    /// Incoming messages at 1, 2, 3 …; those in the set name the user.
    private func filled(_ count: Int, naming: Set<Int> = []) async throws -> Store {
        let store = try await Store.withAccount()
        let batch = Batch(
            try (1...count).map { number in
                .add(
                    try message("\(number)", at: Int64(number)) {
                        $0.messageID = "m\(number)"
                        if naming.contains(number) {
                            $0.details = EntryDetails(mentions: [.init(target: "x", isUser: true)])
                        }
                    })
            })
        _ = try await store.commit(batch)
        return store
    }

    @Test("What comes in counts as unread; one event for a batch tells the new values")
    func counts() async throws {
        let store = try await filled(3, naming: [2])
        #expect(try await state(store) == ConversationState(unread: 3, mentions: 1))
        let committed = try await store.commit(.add(message("4", at: 4)), .add(message("5", at: 5)))
        let event = committed.events.last
        #expect(event?.kind == .conversationChanged && committed.events.count == 3)
        #expect(
            event?.payload == """
                {"conversation":"c1","peer":"romeo@montague.example","kind":"chat","open":true,"unread":5,\
                "mentions":1,"pinned":false}
                """)
    }

    @Test("Reading goes forward only, and counts what is left", arguments: [(2, 3, 1), (5, 0, 0), (3, 2, 0)])
    func read(upTo: Int64, unread: Int, mentions: Int) async throws {
        let store = try await filled(5, naming: [1, 3])
        let committed = try await store.commit(.change(id, .read(upTo: EntryID(number: upTo))))
        #expect(committed.outcomes == [.done] && committed.events.map(\.kind) == [.conversationChanged])
        let state = try await state(store)
        #expect(state?.unread == unread && state?.mentions == mentions)
        #expect(state?.read?.entry == EntryID(number: upTo) && state?.read?.time.microseconds == upTo)
        let again = try await store.commit(
            .change(id, .read(upTo: EntryID(number: upTo))), .change(id, .read(upTo: EntryID(number: 1))),
            .change(id, .read(upTo: EntryID(number: 99))))
        #expect(again.outcomes == [.unchanged, .unchanged, .unchanged] && again.events.isEmpty)
    }

    @Test("What stands before what was read, or is old news, does not count")
    func old() async throws {
        let store = try await filled(5)
        _ = try await store.commit(.change(id, .read(upTo: EntryID(number: 5))))
        var quiet = try message("fetched", at: 9)
        quiet.countsAsUnread = false
        let failure = try message("error", at: 9) { $0.kind = .error }
        let committed = try await store.commit(.add(message("late", at: 2)), .add(quiet), .add(failure))
        #expect(committed.events.map(\.kind) == [.message, .message, .message])
        #expect(try await state(store)?.unread == 0)
    }

    @Test("What was read before something could be known did not include it, whatever the clocks say")
    func skewed() async throws {
        let store = try await filled(5)
        _ = try await store.commit(.change(id, .read(upTo: EntryID(number: 5))))
        var news = try message("while away", at: 2)
        news.follows = try await store.lastEntry()
        _ = try await store.commit(.add(news))
        #expect(try await state(store)?.unread == 1)
        // Read since, up to something that came later: older news are no news.
        let later = try #require(try await store.addEntry(message("now", at: 9)))
        _ = try await store.commit(.change(id, .read(upTo: later.id)))
        var old = try message("before", at: 3)
        old.follows = news.follows
        _ = try await store.commit(.add(old))
        #expect(try await state(store)?.unread == 0)
    }

    @Test("Whoever writes has read, here or on another device")
    func writing() async throws {
        let store = try await filled(3)
        let committed = try await store.commit(.add(message("answer", at: 2, .outgoing)))
        #expect(committed.events.map(\.kind) == [.message, .conversationChanged])
        #expect(try await state(store)?.unread == 1)
        _ = try await store.sendEntry(message("answer", at: 9, .outgoing))
        #expect(try await state(store)?.unread == 0)
        #expect(try await store.commit(.add(message("more", at: 8, .outgoing))).events.count == 1)
    }

    @Test("A marker of another own device reads")
    func elsewhere() async throws {
        let store = try await filled(3)
        let marker = try act(.display, "m2", by: "juliet@capulet.example/phone", .outgoing)
        #expect(try await store.commit(marker).outcomes == [.acted(EntryID(number: 2), id)])
        #expect(try await state(store)?.unread == 1)
    }

    @Test("A closed conversation opens when something comes; one event for what changed")
    func open() async throws {
        let store = try await filled(1)
        #expect(try await store.commit(.change(id, .setOpen(false)), .change(id, .setOpen(false))).events.count == 1)
        #expect(try await state(store)?.isOpen == false)
        _ = try await store.commit(.add(message("new", at: 9)))
        #expect(try await state(store)?.isOpen == true)
    }

    @Test("Draft, mute and pin are kept; what does not change is not told")
    func rest() async throws {
        let folder = try TestFolder()
        var store = try folder.open()
        _ = try await store.commit(.addAccount(account(), StoredLogin()), .add(message("x")))
        let draft = ConversationState.Draft(
            text: "O Romeo", reply: EntryID(number: 1), correction: EntryID(number: 2), time: Timestamp(microseconds: 3)
        )
        let mute = ConversationState.Mute(level: .mentions, until: Timestamp(microseconds: 9))
        let changes: [ConversationChange] = [.setDraft(draft), .setMute(mute), .setPinned(true)]
        for change in changes {
            #expect(try await store.commit(.change(id, change)).events.count == 1)
            #expect(try await store.commit(.change(id, change)).outcomes == [.unchanged])
        }
        try store.close()
        store = try folder.open()
        #expect(
            try await state(store) == ConversationState(unread: 1, draft: draft, mute: mute, isPinned: true))
        _ = try await store.commit(.change(id, .setDraft(nil)), .change(id, .setMute(nil)))
        #expect(try await state(store) == ConversationState(unread: 1, isPinned: true))
        #expect(try await store.commit(.change(ConversationID(number: 9), .setPinned(true))).outcomes == [.unchanged])
        try store.close()
    }

    @Test("A draft is cut where it is too long, between characters")
    func longDraft() async throws {
        let store = try await filled(1)
        let text = String(repeating: "é", count: Writer.draftBound)
        let draft = ConversationState.Draft(text: text, time: Timestamp(microseconds: 1))
        _ = try await store.commit(.change(id, .setDraft(draft)))
        #expect(try await state(store)?.draft?.text == String(repeating: "é", count: Writer.draftBound / 2))
    }

    @Test("A batch that fails leaves the counts as they were")
    func failed() async throws {
        let store = try await filled(1)
        let results = store.commitGroup([
            Batch([.add(try message("lost", at: 5)), .setHandled(nurse, 1)]),
            Batch([.add(try message("kept", at: 6))]),
        ])
        #expect(throws: StoreError.self) { try results[0].get() }
        #expect(try await state(store)?.unread == 2)
        #expect(try await store.search(SearchQuery(text: "lost"), limit: 9).hits.isEmpty)
        #expect(try await store.search(SearchQuery(text: "kept"), limit: 9).hits.count == 1)
    }
}
