import Digests
import Domain
import Store
import TestSupport
import Testing
import XMLStreams
import XMPPAddresses
import XMPPSessions

@testable import Backend

/// What the user does to entries, until the others know it.
struct OwnActTests {
    private let romeo: BareJID
    private let hints: Namespace = "urn:xmpp:hints"

    init() throws { romeo = try BareJID("romeo@example.net") }

    private func draft(_ text: String) -> Draft { Draft(texts: LanguageMap(text)) }

    private func revision(_ text: String) -> Revision { Revision(texts: LanguageMap(text)) }

    /// Something of Romeo's, in the store.
    private func received(_ house: House, _ server: Server, id: String = "r1") async throws -> Entry {
        try await server.deliver(
            "<message type='chat' from='romeo@example.net/orchard' id='\(id)'><body>hello \(id)</body></message>")
        let id = try #require(await house.observer.event(.message, holding: "hello \(id)").entry)
        return try #require(try await house.store.entry(id))
    }

    /// Something of ours that the server has, and its stanza.
    private func sent(
        _ text: String, _ house: House, _ service: AccountService, _ server: Server
    ) async throws -> (Entry, id: String) {
        let entry = try await service.send(draft(text), to: romeo)
        let id = try #require(try await server.stanza()[attribute: "id"])
        return (try #require(try await house.store.entry(entry)), id)
    }

    private func texts(_ entry: Entry, _ house: House) async throws -> [String]? {
        try await house.store.entry(entry.id)?.content.texts.items.map(\.text)
    }

    // MARK: What goes on the wire

    @Test("A correction is the whole message again, with the id of the first one, however often it is corrected")
    func corrects() async throws {
        let house = try House()
        let (service, server) = try await house.online()
        var wanted = draft("frist")
        wanted.subjects = LanguageMap("about")
        wanted.thread = "t1"
        wanted.resource = "orchard"
        let entry = try await service.send(wanted, to: romeo)
        let first = try await server.stanza()
        let stored = try #require(try await house.store.entry(entry))
        var ids = [first[attribute: "id"]]
        for text in ["furst", "first"] {
            try await service.correct(entry.description, in: stored.conversation, revision(text))
            let stanza = try await server.stanza()
            #expect(stanza[attribute: "to"] == "romeo@example.net/orchard")
            #expect(stanza[attribute: "type"] == "chat")
            #expect(stanza.child("body", .client)?.text == text)
            #expect(stanza.child("subject", .client)?.text == "about")
            #expect(stanza.child("thread", .client)?.text == "t1")
            #expect(stanza.child("replace", "urn:xmpp:message-correct:0")?[attribute: "id"] == ids[0])
            #expect(stanza.child("origin-id", "urn:xmpp:sid:0")?[attribute: "id"] == stanza[attribute: "id"])
            ids.append(stanza[attribute: "id"])
            #expect(try await texts(stored, house) == [text])
        }
        #expect(Set(ids).count == 3)
        #expect(try await house.store.versions(of: entry).count == 2)
    }

    @Test("A retraction says so to those who do not know it, and is to be kept")
    func retracts() async throws {
        let house = try House()
        let (service, server) = try await house.online()
        let (entry, id) = try await sent("oops", house, service, server)
        try await service.retract(entry.id.description, in: entry.conversation)
        let stanza = try await server.stanza()
        let namespace: Namespace = "urn:xmpp:message-retract:1"
        #expect(stanza.child("retract", namespace)?[attribute: "id"] == id)
        let fallback = try #require(stanza.child("fallback", "urn:xmpp:fallback:0"))
        #expect(fallback[attribute: "for"] == namespace.rawValue && fallback.children.isEmpty)
        #expect(stanza.child("body", .client)?.text.hasPrefix("/me retracted") == true)
        #expect(stanza.child("store", hints) != nil)
        #expect(try await texts(entry, house) == [])
        await #expect(throws: BackendError(.retracted)) {
            try await service.correct(entry.id.description, in: entry.conversation, revision("x"))
        }
    }

    @Test("Reactions replace those before, each once, and none takes all back")
    func reacts() async throws {
        let house = try House()
        let (service, server) = try await house.online()
        let entry = try await received(house, server)
        for (given, told) in [(["❤", "👍🏽", "❤"], ["❤", "👍🏽"]), (["1️⃣"], ["1️⃣"]), ([], [])] {
            try await service.react(entry.id.description, in: entry.conversation, given)
            let stanza = try await server.stanza()
            let reactions = try #require(stanza.child("reactions", "urn:xmpp:reactions:0"))
            #expect(stanza[attribute: "to"] == "romeo@example.net")
            #expect(reactions[attribute: "id"] == "r1")
            #expect(reactions.elements.map(\.text) == told)
            #expect(stanza.child("store", hints) != nil && stanza.child("body", .client) == nil)
            let marks = try await house.store.entry(entry.id)?.marks
            #expect(marks?.reactions.flatMap(\.emojis) ?? [] == told)
        }
    }

    @Test(
        "What is no emoji, or too many of them, is refused",
        arguments: [["a"], [""], ["1"], ["❤❤"], ["❤ "], ["\u{301}"], Array(repeating: "❤", count: 17)])
    func noEmoji(emojis: [String]) async throws {
        let house = try House()
        let (service, server) = try await house.online()
        let entry = try await received(house, server)
        let error = await #expect(throws: BackendError.self) {
            try await service.react(entry.id.description, in: entry.conversation, emojis)
        }
        #expect(error?.name == "InvalidArguments")
        #expect(await service.snapshot.queued == 0)
    }

    @Test("What may not be done says why; what is not there says so")
    func notAllowed() async throws {
        let house = try House()
        let (service, server) = try await house.online()
        let entry = try await received(house, server)
        let (text, place) = (entry.id.description, entry.conversation)
        await #expect(throws: BackendError(.correctionByAnother)) {
            try await service.correct(text, in: place, revision("x"))
        }
        await #expect(throws: BackendError(.retractionByAnother)) { try await service.retract(text, in: place) }
        for (name, action) in [
            ("InvalidArguments", { try await service.correct(text, in: place, Revision(texts: LanguageMap())) }),
            ("NoSuchEntry", { try await service.react("e99", in: place, []) }),
            ("NoSuchEntry", { try await service.retract(text, in: ConversationID(number: 9)) }),
            ("NoSuchEntry", { try await service.retry("x", in: place) }),
            ("NotAllowed", { try await service.retry(text, in: place) }),
            ("NotAllowed", { try await service.cancel(text, in: place) }),
        ] as [(String, () async throws -> Void)] {
            let error = await #expect(throws: BackendError.self) { try await action() }
            #expect(error?.name == name)
        }
        #expect(await service.snapshot.queued == 0)
    }

    // MARK: The outbox

    @Test("What is done offline goes out in its order, once there is a stream")
    func waits() async throws {
        let house = try House()
        let (service, first) = try await house.online()
        let (entry, id) = try await sent("frist", house, service, first)
        let theirs = try await received(house, first)
        try await first.acknowledge(3)
        await house.observer.until { $0.last(service.id)?.queued == 0 ? () : nil }
        await first.stream.closeByServer()
        await house.observer.reached(.waiting, service.id)
        try await service.correct(entry.id.description, in: entry.conversation, revision("first"))
        _ = try await service.send(draft("second"), to: romeo)
        for emoji in ["👍", "❤"] {
            try await service.react(theirs.id.description, in: theirs.conversation, [emoji])
        }
        #expect(await service.snapshot.queued == 3)
        await service.connect()
        let second = try await house.accept()
        try await second.greet(roster: House.roster)
        let correction = try await second.stanza()
        #expect(correction.child("replace", "urn:xmpp:message-correct:0")?[attribute: "id"] == id)
        #expect(try await second.stanza().child("body", .client)?.text == "second")
        #expect(try await second.stanza().child("reactions", "urn:xmpp:reactions:0")?.elements.map(\.text) == ["❤"])
        try await second.acknowledge(5)
        await house.observer.until { $0.last(service.id)?.queued == 0 ? () : nil }
        #expect(try await house.store.entry(entry.id)?.marks?.pending == [])
    }

    @Test("After a crash a correction that the server does not have is written again, the same")
    func crash() async throws {
        let house = try House()
        let (service, first) = try await house.online()
        let (entry, _) = try await sent("frist", house, service, first)
        try await service.correct(entry.id.description, in: entry.conversation, revision("first"))
        let written = try await first.stanza()
        let next = try House(after: house)
        try await next.backend.load()
        try await next.vault.keep(.init(utf8: "secret"), for: service.account)
        await next.backend.start()
        let second = try await next.resume(handled: 3)
        #expect(try await second.stanza() == written)
        try await second.greet(roster: House.roster)
        try await second.acknowledge(6)
        await next.observer.until { $0.last(service.id)?.queued == 0 ? () : nil }
    }

    private func emojis(_ house: House, _ entry: Entry) async throws -> [[String]] {
        try await house.store.entry(entry.id)?.marks?.reactions.map(\.emojis) ?? []
    }

    @Test("An act that comes back as an error has failed, and can be tried again by its id or the entry's")
    func fails() async throws {
        let house = try House()
        let (service, server) = try await house.online()
        let entry = try await received(house, server)
        try await service.react(entry.id.description, in: entry.conversation, ["❤"])
        for number in 1...2 {
            let id = try #require(try await server.stanza()[attribute: "id"])
            try await server.acknowledge(UInt32(2 + number))
            try await server.deliver(
                """
                <message type='error' from='romeo@example.net' id='\(id)'>\
                <error type='modify'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>
                """)
            try await house.settled(server, "after \(number)")
            let pending = try #require(try await house.store.entry(entry.id)?.marks?.pending.first)
            #expect(pending.act == "react" && pending.state.reason?.code == "not-acceptable")
            // What was refused is not shown, until it is tried again.
            #expect(try await emojis(house, entry) == [])
            let name = number == 1 ? pending.id : entry.id
            try await service.retry(name.description, in: entry.conversation)
            #expect(try await emojis(house, entry) == [["❤"]])
        }
        let last = try await server.stanza()
        #expect(last.child("reactions", "urn:xmpp:reactions:0")?.elements.map(\.text) == ["❤"])
        #expect(house.observer.events(.actState).contains { $0.payload.contains("not-acceptable") })
    }

    @Test("What was never sent is changed, taken back or cancelled without a word, and retried")
    func neverSent() async throws {
        let house = try House()
        let service = try await house.juliet { $0.isEnabled = false }
        var entries: [Entry] = []
        for text in ["frist", "oops", "later"] {
            let id = try await service.send(draft(text), to: romeo)
            entries.append(try #require(try await house.store.entry(id)))
        }
        let place = entries[0].conversation
        try await service.correct(entries[0].id.description, in: place, revision("first"))
        try await service.retract(entries[1].id.description, in: place)
        try await service.cancel(entries[2].id.description, in: place)
        #expect(await service.snapshot.queued == 1)
        try await service.retry(entries[2].id.description, in: place)
        await #expect(throws: BackendError.self) { try await service.retry(entries[1].id.description, in: place) }
        var change = AccountChange()
        change.isEnabled = true
        _ = try await service.change(change)
        let server = try await house.accept()
        try await server.greet(roster: House.roster)
        for text in ["first", "later"] {
            let stanza = try await server.stanza()
            #expect(stanza.child("body", .client)?.text == text)
            #expect(stanza.child("replace", "urn:xmpp:message-correct:0") == nil)
        }
    }

    @Test("What is on its way is not cancelled, and corrected with a word")
    func onItsWay() async throws {
        let house = try House()
        let (service, server) = try await house.online()
        let (entry, _) = try await sent("frist", house, service, server)
        let error = await #expect(throws: BackendError.self) {
            try await service.cancel(entry.id.description, in: entry.conversation)
        }
        #expect(error?.name == "NotAllowed")
        try await service.correct(entry.id.description, in: entry.conversation, revision("first"))
        #expect(try await server.stanza().child("replace", "urn:xmpp:message-correct:0") != nil)
    }

    @Test("A message is either corrected in place or on its way, however close the two come")
    func race() async throws {
        let house = try House()
        let service = try await house.juliet { $0.isEnabled = false }
        var entries: [Entry] = []
        for number in 0..<30 {
            let id = try await service.send(draft("frist \(number)"), to: romeo)
            entries.append(try #require(try await house.store.entry(id)))
        }
        var change = AccountChange()
        change.isEnabled = true
        _ = try await service.change(change)
        let server = try await house.accept()
        try await server.greet(roster: House.roster)
        let place = entries[0].conversation
        try await withThrowingTaskGroup { group in
            for (number, entry) in entries.enumerated().reversed() {
                group.addTask {
                    try await service.correct(
                        entry.id.description, in: place, Revision(texts: LanguageMap("first \(number)")))
                }
            }
            try await group.waitForAll()
        }
        // What everybody reads in the end, by the id of the first stanza.
        var texts: [String: String] = [:]
        var told = 0
        for entry in entries { told += try await house.store.versions(of: entry.id).count }
        for _ in 0..<entries.count + told {
            let stanza = try await server.stanza()
            let replaced = stanza.child("replace", "urn:xmpp:message-correct:0")?[attribute: "id"]
            texts[try #require(replaced ?? stanza[attribute: "id"])] = stanza.child("body", .client)?.text
        }
        for (number, entry) in entries.enumerated() {
            #expect(texts[try #require(entry.content.messageID)] == "first \(number)")
        }
    }
}
