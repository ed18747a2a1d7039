import Domain
import Testing

@testable import Store

@Suite("Acts on entries")
struct ActTests {
    private let id = EntryID(number: 1)
    private let done = Outcome.acted(EntryID(number: 1), ConversationID(number: 1))

    /// A message `m1` from Romeo at 1.
    private func withMessage(_ change: (inout EntryContent) -> Void = { _ in }) async throws -> Store {
        let store = try await Store.withAccount()
        _ = try await store.commit(.add(original(change)))
        return store
    }

    private func original(_ change: (inout EntryContent) -> Void = { _ in }) throws -> NewEntry {
        try message("frist") {
            $0.messageID = "m1"
            change(&$0)
        }
    }

    // MARK: Corrections

    @Test("A correction shows the new text and keeps the old one; the event says so")
    func corrects() async throws {
        let store = try await withMessage { $0.details = EntryDetails(links: [.init(url: "https://a.example")]) }
        let committed = try await store.commit(correction("first", own: "m2"))
        #expect(committed.outcomes == [done])
        #expect(committed.events.map(\.kind) == [.messageChanged])
        #expect(committed.events[0].payload.contains(#""change":"correct""#))
        #expect(try await store.events(since: 0, limit: 9).events.last == committed.events[0])
        let entry = try await store.entry(id)
        #expect(entry?.content.texts.first?.text == "first")
        #expect(entry?.content.details == nil)
        #expect(entry?.marks?.correctedAt == Timestamp(microseconds: 10))
        let versions = try await store.versions(of: id)
        #expect(versions.map(\.texts.first?.text) == ["frist"])
        #expect(versions[0].details?.links.count == 1)
    }

    @Test("Corrections count by their time, whichever order they come in; copies count once")
    func order() async throws {
        let store = try await withMessage()
        let outcomes = try await store.commit(
            correction("third", at: 30, own: "m3"), correction("second", at: 20, own: "m2"),
            correction("third", at: 30, own: "m3")
        ).outcomes
        #expect(outcomes == [done, done, .unchanged])
        #expect(try await store.entry(id)?.content.texts.first?.text == "third")
        #expect(try await store.versions(of: id).map(\.texts.first?.text) == ["frist", "second"])
    }

    @Test("Clocks that differ do not undo what was said last")
    func clocks() async throws {
        let store = try await Store.withAccount()
        _ = try await store.commit(.add(try message("frist", at: 100) { $0.messageID = "m1" }))
        // An archive's clock is behind ours: what replaces the first text is later than it nevertheless.
        #expect(try await store.commit(correction("first", at: 20, own: "m2")).outcomes == [done])
        #expect(try await store.entry(id)?.content.texts.first?.text == "first")
        // What comes when it is said is later than all that came before.
        var last = try correction("First", at: 10, own: "m3")
        if case .act(var act) = last {
            act.isInOrder = true
            last = .act(act)
        }
        #expect(try await store.commit(last).outcomes == [done])
        #expect(try await store.entry(id)?.content.texts.first?.text == "First")
        #expect(try await store.versions(of: id).map(\.texts.first?.text) == ["first", "frist"])
    }

    @Test("The id of a correction finds the entry too: the sender's, and the archive's")
    func aliases() async throws {
        let store = try await withMessage()
        let archive = StanzaReference(id: "s2", by: balcony)
        _ = try await store.commit(
            act(.correct(texts: LanguageMap("b"), subjects: LanguageMap(), details: nil), own: "m2") {
                $0.stanzaIDs = [archive]
                $0.originID = "o2"
            })
        for (name, time) in [("m2", Int64(20)), ("o2", 30)] {
            #expect(try await store.commit(act(.react(["\(time)"]), name, at: time)).outcomes == [done])
        }
        for name in ["m2", "o2", "s2"] {
            #expect(try await store.entry(in: ConversationID(number: 1), withAnyID: name)?.id == id, "\(name)")
        }
        let exported = try await store.export(ConversationID(number: 1), after: nil, limit: 9).entries
        #expect(exported[0].aliases.map(\.id) == ["m2", "o2", "s2"])
        #expect(exported[0].versions.count == 1)
    }

    @Test("What the rule refuses is not done")
    func refused() async throws {
        let store = try await withMessage { $0.encryption = "omemo:2" }
        let outcomes = try await store.commit(
            correction("x", by: "tybalt@capulet.example/x"), correction("x"), correction("x", own: "m1")
        ).outcomes
        #expect(
            outcomes == [.refused(.correctionByAnother), .refused(.inTheClear), .refused(.itself)])
        #expect(try await store.entry(id)?.content.texts.first?.text == "frist")
    }

    @Test("An entry has so many versions at most")
    func versionBound() async throws {
        let store = try await withMessage()
        let batch = Batch(
            try (0...Writer.versionBound).map { try correction("\($0)", at: Int64($0) + 10, own: "c\($0)") })
        let outcomes = try await store.commit(batch).outcomes
        #expect(outcomes.last == .unchanged && outcomes[Writer.versionBound - 1] == done)
    }

    // MARK: Retractions

    @Test("A retraction deletes the text for good, and leaves who did it and when")
    func retracts() async throws {
        let store = try await withMessage {
            $0.texts.add("erster", language: "de")
            $0.subjects = LanguageMap("s")
            $0.details = EntryDetails(mentions: [.init(target: "xmpp:juliet@capulet.example", isUser: true)])
        }
        _ = try await store.commit(correction("first", own: "m2"), act(.react(["👍"]), at: 11))
        #expect(try await store.commit(act(.retract, at: 12)).outcomes == [done])
        let entry = try await store.entry(id)
        let mark = EntryMarks.Retraction(time: Timestamp(microseconds: 12), by: romeo)
        #expect(entry?.marks == EntryMarks(retraction: mark))
        #expect(entry?.content.texts.isEmpty == true && entry?.content.subjects.isEmpty == true)
        #expect(entry?.content.details == nil && entry?.content.messageID == "m1")
        #expect(try await store.versions(of: id).isEmpty)
        #expect(try await store.conversation(ConversationID(number: 1))?.state.unread == 0)
        #expect(try await store.conversation(ConversationID(number: 1))?.state.mentions == 0)
        for table in ["entry_text", "entry_detail", "entry_version", "entry_reaction"] {
            #expect(try store.count("SELECT count(*) FROM \(table)") == 0, "\(table)")
        }
        let late = try await store.commit(correction("no", at: 20), act(.react(["👍"]), at: 20), act(.retract))
        #expect(late.outcomes == Array(repeating: .refused(.retracted), count: 3))
    }

    @Test("A moderator's retraction comes from the room, with the room's id and a reason")
    func moderates() async throws {
        let store = try await Store.withAccount()
        _ = try await store.commit(
            .add(
                message("rude", peer: balcony, kind: .room) {
                    $0.messageID = "m1"
                    $0.stanzaIDs = [.init(id: "s1", by: balcony)]
                }))
        let forged = try act(.moderate(reason: "x"), by: balcony + "/tybalt", peer: balcony, inRoom("s1"))
        #expect(try await store.commit(forged).outcomes == [.refused(.notTheRoom)])
        let real = try act(.moderate(reason: "spam"), by: balcony, peer: balcony, inRoom("s1"))
        #expect(try await store.commit(real).outcomes == [done])
        #expect(try await store.entry(id)?.marks?.retraction?.reason == "spam")
    }

    // MARK: Reactions

    @Test("The latest set of each sender counts")
    func reactions() async throws {
        let store = try await withMessage()
        let ours = "juliet@capulet.example/balcony"
        let outcomes = try await store.commit(
            act(.react(["👍", "👍", "🎉"]), at: 20), act(.react(["👎"]), at: 10, by: romeo + "2"),
            act(.react(["❤️"]), at: 30, by: ours, .outgoing), act(.react(["👍", "🎉"]), at: 25)
        ).outcomes
        #expect(outcomes == [done, .unchanged, done, .unchanged])
        let reactions = try await store.entry(id)?.marks?.reactions
        #expect(reactions?.map(\.sender) == ["romeo@montague.example", "juliet@capulet.example"])
        #expect(reactions?.map(\.emojis) == [["👍", "🎉"], ["❤️"]])
        let withdrawn = try await store.commit(act(.react([]), at: 40), act(.react(["👎"]), at: 39))
        #expect(withdrawn.outcomes == [done, .unchanged])
        #expect(try await store.entry(id)?.marks?.reactions.count == 1)
    }

    // MARK: Receipts, markers, pins

    @Test("A receipt and a marker move an own entry on; the marker takes along what went before")
    func receipts() async throws {
        let store = try await Store.withAccount()
        for number in 1...3 {
            _ = try await store.sendEntry(
                message("\(number)", at: Int64(number), .outgoing) { $0.messageID = "m\(number)" })
            _ = try await store.commit(.setState(EntryID(number: Int64(number)), .onServer))
        }
        _ = try await store.sendEntry(message("4", at: 1, .outgoing) { $0.messageID = "m4" })
        #expect(try await store.commit(act(.receive, "m1")).outcomes == [.moved(id, ConversationID(number: 1))])
        #expect(try await store.commit(act(.receive, "m1")).outcomes == [.unchanged])
        let shown = try await store.commit(act(.display, "m2"))
        #expect(shown.events.map(\.kind) == [.conversationReader, .messageState, .messageState])
        #expect(try await store.commit(act(.display, "m1")).outcomes == [.unchanged])
        var states: [String?] = []
        for number in 1...4 {
            states.append(try await store.entry(EntryID(number: Int64(number)))?.content.state?.name)
        }
        #expect(states == ["displayed", "displayed", "on-server", "queued"])
        let readers = try await store.readers(of: ConversationID(number: 1))
        #expect(readers.map(\.reader) == ["romeo@montague.example"])
        #expect(readers.map(\.place.entry) == [EntryID(number: 2)])
    }

    @Test("In a room each reader has a place of their own, which only moves forward")
    func readers() async throws {
        let store = try await Store.withAccount()
        for number in 1...2 {
            _ = try await store.commit(
                .add(
                    message("\(number)", at: Int64(number), peer: balcony, kind: .room) {
                        $0.stanzaIDs = [.init(id: "s\(number)", by: balcony)]
                    }))
        }
        for (nick, id) in [("a", "s2"), ("b", "s1"), ("a", "s1")] {
            _ = try await store.commit(act(.display, by: balcony + "/" + nick, peer: balcony, inRoom(id)))
        }
        let readers = try await store.readers(of: ConversationID(number: 1))
        #expect(readers.map(\.reader) == [balcony + "/a", balcony + "/b"])
        #expect(readers.map(\.place.archiveID?.id) == ["s2", "s1"])
    }

    @Test("The user pins and unpins")
    func pins() async throws {
        let store = try await withMessage()
        let ours = "juliet@capulet.example"
        let pin = try act(.pin, by: ours, .outgoing) { $0.target.names = [.entry(EntryID(number: 1))] }
        let unpin = try act(.unpin, by: ours, .outgoing)
        #expect(try await store.commit(pin, pin).outcomes == [done, .unchanged])
        #expect(try await store.entry(id)?.marks?.pinnedAt == Timestamp(microseconds: 10))
        #expect(try await store.commit(unpin, unpin).outcomes == [done, .unchanged])
        #expect(try await store.entry(id)?.marks == nil)
    }
}
