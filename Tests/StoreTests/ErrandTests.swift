import Domain
import Testing

@testable import Store

@Suite("Own acts in the outbox")
struct ErrandTests {
    private let e1 = EntryID(number: 1)
    private let e2 = EntryID(number: 2)
    private let e3 = EntryID(number: 3)
    private let place = ConversationID(number: 1)
    private let me = "juliet@capulet.example"
    private let reason = Reason(code: "not-acceptable", sentence: "No.")

    /// Juliet's message `m1` on the server, to one resource of Romeo's.
    private func withSent(_ change: (inout EntryContent) -> Void = { _ in }) async throws -> Store {
        let store = try await Store.withAccount()
        let new = try message("frist", .outgoing) {
            $0.messageID = "m1"
            $0.originID = "m1"
            $0.thread = "t"
            $0.threadParent = "p"
            change(&$0)
        }
        _ = try await store.commit(.send(new, to: "romeo@montague.example/orchard", sealedStanza: nil))
        _ = try await store.commit(.written(e1, sequence: 1), .setState(e1, .onServer))
        return store
    }

    private func correct(_ text: String, id: String = "c1", at time: Int64 = 10, isHanded: Bool = false) -> Change {
        own(.correct(texts: LanguageMap(text), subjects: LanguageMap(), details: nil), id, at: time, isHanded)
    }

    private func own(
        _ kind: Act.Kind, _ id: String, on entry: EntryID? = nil, at time: Int64 = 10, _ isHanded: Bool = false
    ) -> Change {
        .perform(
            OwnAct(
                kind, on: entry ?? e1, author: me, time: Timestamp(microseconds: time), messageID: id,
                isHanded: isHanded))
    }

    private func rows(_ store: Store) async throws -> [OutboxRow] { try await store.outbox(of: juliet) }

    // MARK: What is done and what is told

    @Test("A correction is seen here at once, and waits in the outbox with all that it says")
    func correction() async throws {
        let store = try await withSent()
        let committed = try await store.commit(correct("first"))
        #expect(committed.outcomes == [.acted(e1, place)])
        #expect(committed.events.map(\.kind) == [.messageChanged])
        #expect(committed.events[0].payload.contains(#""acts":[{"id":"e2","act":"correct","state":"queued"}]"#))
        let entry = try await store.entry(e1)
        #expect(entry?.content.texts.first?.text == "first")
        #expect(entry?.marks?.pending == [.init(id: e2, act: "correct", state: .queued)])
        #expect(try await store.versions(of: e1).count == 1)
        let row = try #require(try await rows(store).first)
        #expect(row.recipient == "romeo@montague.example/orchard")
        guard case .errand(let errand) = row.item else { throw StoreError(.failed, "no errand") }
        #expect(errand.target == "m1" && errand.messageID == "c1" && errand.thread == "t" && errand.threadParent == "p")
        #expect(errand.act == .correct(texts: LanguageMap("first"), subjects: LanguageMap(), details: nil))
        #expect(errand.kind == .chat && errand.entry == e1 && errand.account == juliet && row.entry == nil)
        #expect(
            row.id == e2 && row.conversation == place && row.originID == "c1" && row.peer == "romeo@montague.example")
        #expect(try await store.errand(e2) == errand)
        #expect(try await store.outboxCount(of: juliet) == 1)
    }

    @Test("What others wrote is reacted to, by the name they gave it, at their bare address")
    func reaction() async throws {
        let store = try await Store.withAccount()
        _ = try await store.commit(.add(message("hello") { $0.messageID = "r1" }))
        let outcome = try await store.commit(own(.react(["❤"]), "a1")).outcomes
        #expect(outcome == [.acted(e1, place)])
        let row = try #require(try await rows(store).first)
        #expect(row.recipient == "romeo@montague.example")
        #expect(try await store.errand(row.id)?.target == "r1")
        #expect(try await store.entry(e1)?.marks?.reactions.map(\.sender) == [me])
        // The same again says nothing new.
        #expect(try await store.commit(own(.react(["❤"]), "a2")).outcomes == [.unchanged])
        #expect(try await rows(store).count == 1)
    }

    @Test("In a room an entry goes by the room's id, and one without it cannot be told about")
    func room() async throws {
        let store = try await Store.withAccount()
        for (number, id) in [(1, "s1"), (2, nil)] as [(Int, String?)] {
            _ = try await store.commit(
                .add(
                    message("in the room \(number)", peer: balcony, kind: .room) {
                        $0.messageID = "m\(number)"
                        $0.stanzaIDs = id.map { [StanzaReference(id: $0, by: balcony)] } ?? []
                    }))
        }
        let outcomes = try await store.commit(own(.react(["❤"]), "a1"), own(.react(["❤"]), "a2", on: e2)).outcomes
        #expect(outcomes == [.acted(e1, place), .refused(.nameless)])
        #expect(try await rows(store).map(\.recipient) == [balcony])
        #expect(try await store.errand(e3)?.target == "s1")
    }

    @Test(
        "What may not be done leaves no trace",
        arguments: [
            (Act.Kind.retract, ActRefusal.retractionByAnother),
            (.correct(texts: LanguageMap("x"), subjects: LanguageMap(), details: nil), .correctionByAnother),
            (.react(Array(repeating: "❤", count: 21)), .tooMany),
        ])
    func refused(kind: Act.Kind, refusal: ActRefusal) async throws {
        let store = try await Store.withAccount()
        _ = try await store.commit(.add(message("hello") { $0.messageID = "r1" }))
        let committed = try await store.commit(own(kind, "a1"))
        #expect(committed.outcomes == [.refused(refusal)] && committed.events.isEmpty)
        #expect(try await rows(store).isEmpty)
        #expect(try await store.commit(own(kind, "a1", on: e3), own(.pin, "a2")).outcomes == [.unchanged, .unchanged])
    }

    @Test("What was retracted, has failed or is a file is not corrected")
    func notCorrected() async throws {
        let failed = try await withSent()
        _ = try await failed.commit(.setState(e1, .failed(reason)))
        #expect(try await failed.commit(correct("x")).outcomes == [.refused(.notArrived)])
        #expect(try await failed.commit(own(.retract, "r1")).outcomes == [.acted(e1, place)])
        #expect(try await failed.commit(correct("x")).outcomes == [.refused(.retracted)])
        let file = try await withSent { $0.kind = .file }
        #expect(try await file.commit(correct("x")).outcomes == [.refused(.notText)])
    }

    @Test("A clock that jumped back does not undo what the user says now")
    func clock() async throws {
        let store = try await withSent()
        _ = try await store.commit(correct("second", at: 500), own(.react(["a"]), "a1", at: 500))
        _ = try await store.commit(correct("third", id: "c2", at: 100), own(.react(["b"]), "a2", at: 100))
        let entry = try await store.entry(e1)
        #expect(entry?.content.texts.first?.text == "third")
        #expect(entry?.marks?.reactions.map(\.emojis) == [["b"]])
    }

    // MARK: What was never written

    @Test("What was never written is changed in place, without a word to anybody")
    func inPlace() async throws {
        let store = try await Store.withAccount()
        _ = try await store.sendEntry(message("frist", .outgoing) { $0.messageID = "m1" })
        let committed = try await store.commit(correct("first"))
        #expect(committed.outcomes == [.acted(e1, place)] && committed.events.map(\.kind) == [.messageChanged])
        let row = try #require(try await rows(store).first)
        #expect(row.entry?.content.texts.first?.text == "first" && row.entry?.marks?.correctedAt == nil)
        #expect(try await store.versions(of: e1).isEmpty)
        #expect(try await store.search(SearchQuery(text: "frist"), limit: 9).hits.isEmpty)
        _ = try await store.commit(.cancel(e1), correct("third", id: "c2"), .retry(e1))
        #expect(try await rows(store).map(\.entry?.content.texts.first?.text) == ["third"])
    }

    @Test("What a session has may be on its way: then the others are told")
    func handed() async throws {
        let store = try await Store.withAccount()
        _ = try await store.sendEntry(message("frist", .outgoing) { $0.messageID = "m1" })
        _ = try await store.commit(correct("first", isHanded: true))
        #expect(try await rows(store).map(\.id) == [e1, e2])
        #expect(try await store.versions(of: e1).count == 1)
    }

    @Test("What was never written is taken back without a word, and cannot be sent again")
    func withdrawn() async throws {
        let store = try await Store.withAccount()
        _ = try await store.sendEntry(message("oops", .outgoing) { $0.messageID = "m1" })
        _ = try await store.commit(own(.react(["❤"]), "a1"))
        let committed = try await store.commit(own(.retract, "r1"))
        #expect(committed.events.map(\.kind) == [.messageState, .messageChanged])
        #expect(try await rows(store).isEmpty)
        let entry = try await store.entry(e1)
        #expect(entry?.content.state == .failed(.cancelled) && entry?.content.texts.isEmpty == true)
        #expect(entry?.marks?.retraction?.by == me)
        #expect(try await store.commit(.retry(e1)).outcomes == [.unchanged])
    }

    @Test("Cancelling a message takes what was said about it along")
    func cancelled() async throws {
        let store = try await Store.withAccount()
        _ = try await store.sendEntry(message("oops", .outgoing) { $0.messageID = "m1" })
        _ = try await store.commit(own(.react(["❤"]), "a1"), .cancel(e1))
        #expect(try await rows(store).isEmpty)
        #expect(try await store.entry(e1)?.marks?.pending == [])
    }

    @Test(
        "What was written is retracted with a word, and its text is never sent again",
        arguments: [Change.requeue(juliet), .awaitArchive(juliet)])
    func retractedMeanwhile(_ loss: Change) async throws {
        // Retracted while it is on a stream, and after the stream was lost.
        for isBefore in [true, false] {
            let store = try await Store.withAccount()
            _ = try await store.sendEntry(message("oops", .outgoing) { $0.messageID = "m1" })
            // Without Stream Management a stanza has no number.
            _ = try await store.commit(.setState(e1, .sent))
            _ = try await store.commit(isBefore ? own(.retract, "r1") : loss)
            _ = try await store.commit(isBefore ? loss : own(.retract, "r1"))
            #expect(try await rows(store).map(\.id) == [e2])
            #expect(try await store.entry(e1)?.content.state == .failed(.cancelled))
        }
    }

    @Test("What the archive has is not known to its end while a correction is not acknowledged")
    func span() async throws {
        let store = try await withSent()
        let scope = ArchiveScope(account: juliet, archive: try address("juliet@capulet.example"))
        let start = ArchivePlace(id: "a", time: Timestamp(microseconds: 1))
        let known = ArchiveSpan(oldest: start, newest: start, isLive: true)
        _ = try await store.commit(.setArchive(scope, ArchiveKnowledge(spans: [known])), correct("first"))
        let place = ArchivePlace(id: "b", time: Timestamp(microseconds: 2))
        let written = try await store.commit(.written(e2, sequence: 2), .extendArchive(scope, to: place))
        #expect(written.outcomes.last == .unchanged)
        let accepted = try await store.commit(.setState(e2, .onServer), .extendArchive(scope, to: place))
        #expect(accepted.outcomes.last == .done)
    }

    // MARK: The way of an errand

    @Test("An errand goes the way of a message, with an event at each step")
    func way() async throws {
        let store = try await withSent()
        _ = try await store.commit(correct("first"))
        let written = try await store.commit(.written(e2, sequence: 7))
        #expect(written.outcomes == [.moved(e2, place)])
        #expect(written.events.map(\.kind) == [.actState] && written.events.map(\.entry) == [e1])
        #expect(written.events[0].payload == #"{"entry":"e1","id":"e2","act":"correct","state":"sent"}"#)
        #expect(try await rows(store).map(\.sequence) == [7])
        #expect(try await store.unwritten(of: juliet, after: nil, limit: 9).isEmpty)
        #expect(try await store.commit(.written(e2, sequence: 8)).outcomes == [.done])
        _ = try await store.commit(.requeue(juliet))
        let row = try #require(try await rows(store).first)
        #expect(row.state == .queued && row.sequence == nil && row.attempts == 2)
        _ = try await store.commit(.written(e2, sequence: 1), .setState(e2, .onServer))
        #expect(try await rows(store).isEmpty)
        #expect(try await store.entry(e1)?.marks?.pending == [])
        for state in [EntryState.queued, .sent, .delivered, .displayed] {
            #expect(try await store.commit(.setState(e2, state)).outcomes == [.unchanged])
        }
        #expect(try await store.commit(.requeue(juliet), .written(e2, sequence: 9)).outcomes == [.done, .unchanged])
    }

    @Test("An errand that comes back as an error has failed, also after the server took it, and can be tried again")
    func fails() async throws {
        let store = try await withSent()
        _ = try await store.commit(own(.react(["❤"]), "a1"))
        _ = try await store.commit(.written(e2, sequence: 7), .setState(e2, .onServer))
        let romeo = try address("romeo@montague.example")
        let failed = try await store.commit(.setStateByMessageID(juliet, peer: romeo, id: "a1", .failed(reason)))
        #expect(failed.events.map(\.kind) == [.actState, .messageChanged])
        // XEP-0444 §3.3: what was refused is not shown.
        #expect(try await reactions(store) == [])
        #expect(failed.events[0].payload.hasSuffix(#""state":"failed","reason":"No.","reason-code":"not-acceptable"}"#))
        #expect(try await store.entry(e1)?.marks?.pending == [.init(id: e2, act: "react", state: .failed(reason))])
        #expect(try await rows(store).isEmpty)
        _ = try await store.commit(.retry(e2))
        #expect(try await reactions(store) == ["❤"])
        #expect(try await rows(store).map(\.recipient) == ["romeo@montague.example/orchard"])
        #expect(try await store.entry(e1)?.content.state == .onServer)
    }

    private func reactions(_ store: Store) async throws -> [String] {
        try await store.entry(e1)?.marks?.reactions.flatMap(\.emojis) ?? []
    }

    @Test("A refused reaction gives way to the one before, but not to what was said since")
    func refusedReaction() async throws {
        let store = try await withSent()
        _ = try await store.commit(own(.react(["a"]), "a1"), .written(e2, sequence: 1), .setState(e2, .onServer))
        _ = try await store.commit(own(.react(["b"]), "a2", at: 11), .written(e3, sequence: 2))
        let last = EntryID(number: 4)
        #expect(
            try await store.commit(.setState(e3, .failed(reason))).events.map(\.kind) == [.actState, .messageChanged])
        #expect(try await reactions(store) == ["a"])
        _ = try await store.commit(.setState(e3, .queued))
        #expect(try await reactions(store) == ["b"])
        _ = try await store.commit(.written(e3, sequence: 3), own(.react(["c"]), "a3", at: 12))
        #expect(try await store.commit(.setState(e3, .failed(reason))).events.map(\.kind) == [.actState])
        #expect(try await reactions(store) == ["c"])
        // What that one replaced was refused as well.
        _ = try await store.commit(.written(last, sequence: 4), .setState(last, .failed(reason)))
        #expect(try await reactions(store) == ["a"])
    }

    @Test("Of what was not written, or failed, the latest of a kind is enough; what was written stays")
    func latest() async throws {
        let store = try await withSent()
        _ = try await store.commit(own(.react(["a"]), "a1"), correct("x"), own(.react(["b"]), "a2", at: 11))
        #expect(try await rows(store).map(\.originID) == ["c1", "a2"])
        _ = try await store.commit(.written(EntryID(number: 4), sequence: 1), own(.react(["c"]), "a3", at: 12))
        #expect(try await rows(store).map(\.originID) == ["c1", "a2", "a3"])
        _ = try await store.commit(.setState(EntryID(number: 4), .failed(reason)), own(.react([]), "a4", at: 13))
        #expect(try await rows(store).map(\.originID) == ["c1", "a4"])
        _ = try await store.commit(own(.retract, "r1", at: 14))
        #expect(try await rows(store).map(\.originID) == ["r1"])
    }

    @Test("After a lost stream the archive tells of an errand too", arguments: [true, false])
    func archive(isThere: Bool) async throws {
        let store = try await withSent()
        _ = try await store.commit(correct("first"), .written(e2, sequence: 7), .awaitArchive(juliet))
        #expect(try await rows(store).map(\.state) == [.held(.archiveCheck)])
        let romeo = try address("romeo@montague.example")
        let reference = StanzaReference(id: "s9", by: me)
        if isThere {
            _ = try await store.commit(.found(juliet, peer: romeo, id: "c1", reference))
            #expect(try await rows(store).isEmpty)
        } else {
            _ = try await store.commit(.found(juliet, peer: romeo, id: "c9", reference), .retry(e2))
            #expect(try await rows(store).map(\.state) == [.queued])
        }
    }

    @Test("An own act that comes back is known, whatever the server's clock says")
    func echo() async throws {
        let store = try await withSent()
        _ = try await store.commit(own(.react(["a"]), "a1", at: 10), .written(e2, sequence: 7))
        _ = try await store.commit(own(.react(["b"]), "a2", at: 11))
        let copy = try act(.react(["a"]), "m1", at: 900, by: me, .outgoing, own: "a1")
        #expect(try await store.commit(copy).outcomes == [.moved(e2, place)])
        #expect(try await store.entry(e1)?.marks?.reactions.map(\.emojis) == [["b"]])
        _ = try await store.commit(correct("first"))
        let archived = try act(
            .correct(texts: LanguageMap("first"), subjects: LanguageMap(), details: nil), "m1", at: 900, by: me,
            .outgoing, own: "c1"
        ) { $0.stanzaIDs = [StanzaReference(id: "s9", by: me)] }
        _ = try await store.commit(archived)
        #expect(try await store.versions(of: e1).count == 1)
        #expect(try await rows(store).map(\.originID) == ["a2"])
        // From another device it counts.
        let other = try act(.react(["c"]), "m1", at: 901, by: me, .outgoing, own: "d1")
        #expect(try await store.commit(other).outcomes == [.acted(e1, place)])
    }

    @Test("What the server has is remembered for a while, and not for ever")
    func forgotten() async throws {
        let store = try await withSent()
        let bound = Int(Writer.errandBound)
        for number in 1...(bound + 5) {
            let id = EntryID(number: Int64(number + 1))
            _ = try await store.commit(
                own(.react(["\(number)"]), "a\(number)", at: Int64(number)), .written(id, sequence: 1),
                .setState(id, .onServer))
        }
        #expect(try await store.errand(EntryID(number: 6)) == nil)
        #expect(try await store.errand(EntryID(number: 7)) != nil)
    }

    // MARK: Order

    @Test("Messages and errands go in the order in which they were asked for; what is held keeps its conversation back")
    func order() async throws {
        let store = try await withSent()
        _ = try await store.commit(own(.react(["a"]), "a1"))
        let second = try await store.sendEntry(message("second", at: 2, .outgoing) { $0.messageID = "m2" })
        _ = try await store.commit(correct("first"))
        let other = try await store.sendEntry(
            message("other", at: 3, peer: "nurse@capulet.example", .outgoing) { $0.messageID = "m3" })
        let all = [e2, second, EntryID(number: 4), other]
        #expect(try await rows(store).map(\.id) == all)
        func unwritten(after id: EntryID? = nil, limit: Int = 9) async throws -> [EntryID] {
            try await store.unwritten(of: juliet, after: id, limit: limit).map(\.id)
        }
        #expect(try await unwritten() == all)
        #expect(try await unwritten(after: e2, limit: 2) == [second, EntryID(number: 4)])
        _ = try await store.commit(.setState(second, .held(reason)))
        #expect(try await unwritten() == [e2, other])
        _ = try await store.commit(.setState(second, .failed(reason)))
        #expect(try await unwritten() == [e2, EntryID(number: 4), other])
        _ = try await store.commit(.retry(second), .setState(e2, .held(reason)))
        #expect(try await unwritten() == [other])
    }

    @Test("What is purged takes its errands along, except that it was taken back; what is still to be told waits")
    func purged() async throws {
        let store = try await withSent()
        _ = try await store.commit(own(.react(["a"]), "a1"))
        let purge = Change.purge(place, before: Timestamp(microseconds: 1_000), limit: 9)
        #expect(try await store.commit(purge).outcomes == [.removed(0)])
        _ = try await store.commit(.written(e2, sequence: 1), .setState(e2, .failed(reason)))
        #expect(try await store.commit(purge).outcomes == [.removed(1)])
        #expect(try await store.errand(e2) == nil)
    }

    @Test("A retraction outlives its entry")
    func outlives() async throws {
        let store = try await withSent()
        _ = try await store.commit(own(.react(["a"]), "a1"), own(.retract, "r1"), .delete([e1]))
        #expect(try await store.entry(e1) == nil)
        #expect(try await rows(store).map(\.originID) == ["r1"])
        _ = try await store.commit(.written(e3, sequence: 1), .setState(e3, .onServer))
        #expect(try await rows(store).isEmpty)
        #expect(try store.integrity() == ["ok"])
    }
}
