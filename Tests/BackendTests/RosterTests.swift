import Domain
import Store
import TestSupport
import Testing
import XMLStreams
import XMPPAddresses
import XMPPSessions
import XMPPStanzas

@testable import Backend

/// The roster: from the server to memory, store and frontends.
struct RosterTests {
    private static let versions = "<ver xmlns='urn:xmpp:features:rosterver'/>"

    private func push(_ item: String, version: String? = nil) -> String {
        let attribute = version.map { " ver='\($0)'" } ?? ""
        return "<iq type='set' id='push'><query xmlns='jabber:iq:roster'\(attribute)>\(item)</query></iq>"
    }

    @Test("Pushes that come while the whole roster is on its way are newer than it")
    func heldPushes() async throws {
        let house = try House()
        let service = try await house.juliet()
        let server = try await house.accept(features: Self.versions)
        let (id, version) = try await server.rosterQuestion()
        #expect(version == "")
        try await server.deliver(push("<item jid='new@example.org' subscription='both'/>", version: "v2"))
        try await server.deliver(push("<item jid='romeo@example.net' subscription='remove'/>", version: "v3"))
        try await house.settled(server)
        #expect(await service.snapshot.rosterSize == 0)
        try await server.answer(id, "<query xmlns='jabber:iq:roster' ver='v1'>\(House.roster)</query>")
        await house.observer.until { seen in seen.last(service.id)?.rosterVersion == "v3" ? () : nil }
        #expect(
            await service.roster(after: "", limit: 9, RosterFilter()).contacts.map(\.contact.jid.description) == [
                "new@example.org", "nurse@example.com",
            ])
        let stored = try await house.store.roster(of: service.id)
        #expect(stored.version == "v3")
        #expect(stored.contacts.count == 2)
    }

    @Test("A version that the server knows brings only what changed")
    func versions() async throws {
        let house = try House()
        let service = try await house.juliet()
        let first = try await house.accept(features: Self.versions)
        try await first.greet(roster: House.roster, version: "v1")
        await first.stream.closeByServer()
        await house.observer.reached(.waiting, service.id)
        await service.connect()
        let second = try await house.accept(features: Self.versions)
        let (id, version) = try await second.rosterQuestion()
        #expect(version == "v1")
        try await second.answer(id, "")
        #expect(try await second.stanza().name.local == "presence")
        #expect(await service.snapshot.rosterSize == 2)
        try await second.deliver(push("<item jid='nurse@example.com' subscription='both' name='N'/>", version: "v2"))
        await house.observer.until { seen in seen.last(service.id)?.rosterVersion == "v2" ? () : nil }
        #expect(try await service.contact(try BareJID("nurse@example.com")).contact.name == "N")
    }

    @Test("A roster that cannot be had keeps neither presence nor messages back, and is asked for again")
    func refusedRoster() async throws {
        let house = try House()
        let service = try await house.juliet()
        let first = try await house.accept()
        let (id, _) = try await first.rosterQuestion()
        try await first.deliver(push("<item jid='lost@example.org' subscription='both'/>"))
        try await first.deliver(
            """
            <iq type='error' id='\(id)'><error type='wait'>\
            <resource-constraint xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
            """)
        _ = try await first.stanza()  // the answer to the push
        #expect(try await first.stanza().name.local == "presence")
        await first.stream.breakOff()
        await house.observer.reached(.waiting, service.id)
        await service.connect()
        let second = try await house.resume(handled: 3)
        let (again, _) = try await second.rosterQuestion()
        try await second.answer(again, "<query xmlns='jabber:iq:roster'>\(House.roster)</query>")
        await house.observer.until { seen in seen.last(service.id)?.rosterSize == 2 ? () : nil }
    }

    @Test("A push of somebody else changes nothing")
    func foreignPush() async throws {
        let house = try House()
        let (service, server) = try await house.online()
        try await server.deliver(
            """
            <iq type='set' id='p' from='romeo@example.net/a'><query xmlns='jabber:iq:roster'>\
            <item jid='mole@example.org' subscription='both'/></query></iq>
            """)
        try await house.settled(server)
        #expect(await service.snapshot.rosterSize == 2)
        #expect(service.refused.snapshot.first?.refusal.code == "roster-push-foreign")
    }

    @Test("Adding a contact sets the item, approves where that is remembered, and asks")
    func add() async throws {
        let house = try House()
        let (service, server) = try await house.online(features: "<sub xmlns='urn:xmpp:features:pre-approval'/>")
        let jid = try BareJID("paris@example.org")
        async let added: Void = service.addContact(
            jid, ContactWish(name: "", groups: ["Suitors"], subscribe: true, message: "hi", approve: true))
        let question = try await server.stanza()
        let item = try #require(question.child("query", .roster)?.child("item", .roster))
        #expect(item[attribute: "name"] == nil)
        #expect(item.child("group", .roster)?.text == "Suitors")
        try await server.answer(try #require(question[attribute: "id"]), "")
        #expect(try await server.stanza()[attribute: "type"] == "subscribed")
        let request = try await server.stanza()
        #expect(request[attribute: "type"] == "subscribe")
        #expect(request.child("status", .client)?.text == "hi")
        try await added
    }

    @Test("Who waits is approved when added, also where nothing can be approved beforehand")
    func addWaiting() async throws {
        let house = try House()
        let (service, server) = try await house.online()
        let jid = try BareJID("paris@example.org")
        try await server.deliver("<presence type='subscribe' from='paris@example.org'/>")
        try await house.settled(server)
        async let added: Void = service.addContact(
            jid, ContactWish(name: nil, groups: nil, subscribe: false, message: nil, approve: true))
        let question = try await server.stanza()
        try await server.answer(try #require(question[attribute: "id"]), "")
        #expect(try await server.stanza()[attribute: "type"] == "subscribed")
        try await added
        #expect(try await service.requests().isEmpty)
    }

    @Test("A request is answered with yes or no; who did not ask cannot be answered")
    func answers() async throws {
        let house = try House()
        let (service, server) = try await house.online()
        let paris = try BareJID("paris@example.org")
        await #expect(throws: BackendError.noSuchRequest("paris@example.org")) {
            try await service.approve(paris, subscribe: false)
        }
        await #expect(throws: BackendError.noSuchRequest("paris@example.org")) { try await service.deny(paris) }
        try await server.deliver("<presence type='subscribe' from='paris@example.org'/>")
        try await house.settled(server)
        try await service.deny(paris)
        #expect(try await server.stanza()[attribute: "type"] == "unsubscribed")
        try await server.deliver("<presence type='subscribe' from='paris@example.org'/>")
        try await house.settled(server, "again")
        try await service.approve(paris, subscribe: true)
        #expect(try await server.stanza()[attribute: "type"] == "subscribed")
        #expect(try await server.stanza()[attribute: "type"] == "subscribe")
        // Romeo sees us already: that can be taken back.
        try await service.deny(try BareJID("romeo@example.net"))
        #expect(try await server.stanza()[attribute: "to"] == "romeo@example.net")
    }

    @Test("An approval by another client settles the request")
    func approvedElsewhere() async throws {
        let house = try House()
        let (service, server) = try await house.online()
        try await server.deliver("<presence type='subscribe' from='paris@example.org'/>")
        try await server.deliver(push("<item jid='paris@example.org' subscription='from'/>"))
        try await house.settled(server)
        #expect(try await service.requests().isEmpty)
    }

    @Test("A change that the server refuses is told as the other side's refusal")
    func refused() async throws {
        let house = try House()
        let (service, server) = try await house.online()
        let romeo = try BareJID("romeo@example.net")
        async let change: Void = service.setContact(romeo, name: "R", groups: nil)
        let question = try await server.stanza()
        try await server.deliver(
            """
            <iq type='error' id='\(try #require(question[attribute: "id"]))'><error type='modify'>\
            <not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
            """)
        do {
            try await change
            Issue.record("taken")
        } catch let error as BackendError {
            #expect(error.name == "RemoteError")
        }
    }

    @Test("What cannot be sent is refused before anything is sent")
    func arguments() async throws {
        let house = try House()
        let (service, server) = try await house.online()
        let paris = try BareJID("paris@example.org")
        let long = String(repeating: "x", count: 5000)
        for wish in [
            ContactWish(name: long, groups: nil, subscribe: true, message: nil, approve: true),
            ContactWish(name: "a\u{1}", groups: nil, subscribe: true, message: nil, approve: true),
            ContactWish(name: nil, groups: [""], subscribe: true, message: nil, approve: true),
            ContactWish(
                name: nil, groups: Array(repeating: "g", count: 101), subscribe: true, message: nil, approve: true),
            ContactWish(name: nil, groups: nil, subscribe: true, message: long, approve: true),
            ContactWish(name: nil, groups: nil, subscribe: true, message: "\u{7}", approve: true),
        ] {
            await #expect(throws: BackendError.self) { try await service.addContact(paris, wish) }
        }
        let plain = ContactWish(name: nil, groups: nil, subscribe: true, message: nil, approve: true)
        await #expect(throws: BackendError.self) { try await service.addContact(service.jid, plain) }
        await #expect(throws: BackendError.noSuchContact("paris@example.org")) {
            try await service.removeContact(paris)
        }
        await #expect(throws: BackendError.noSuchContact("paris@example.org")) {
            try await service.setContact(paris, name: nil, groups: nil)
        }
        try await house.settled(server)
        await service.disconnect()
        let error = await #expect(throws: BackendError.self) { try await service.addContact(paris, plain) }
        #expect(error?.name == "NotConnected")
    }

    @Test("A purge tells whom it concerns, and removes them only when told to")
    func purge() async throws {
        let house = try House()
        let (service, server) = try await house.online(
            roster: House.roster + "<item jid='old@example.org'/><item jid='asked@example.org' ask='subscribe'/>")
        let wish = PurgeWish(withoutFrom: false, withoutTo: false, group: nil)
        #expect(try await service.purge(wish, carryingOut: false).map(\.description) == ["old@example.org"])
        async let purged = service.purge(wish, carryingOut: true)
        let question = try await server.stanza()
        #expect(question.child("query", .roster)?.child("item", .roster)?[attribute: "subscription"] == "remove")
        try await server.answer(try #require(question[attribute: "id"]), "")
        #expect(try await purged.count == 1)
    }

    @Test("Pages follow each other without gap or repetition")
    func pages() async throws {
        let house = try House()
        let items = (10..<35).map { "<item jid='c\($0)@example.org' subscription='both'/>" }.joined()
        let (service, _) = try await house.online(roster: items)
        await house.observer.until { seen in seen.last(service.id)?.rosterSize == 25 ? () : nil }
        var cursor = ""
        var sizes: [Int] = []
        var seen: [String] = []
        while true {
            let page = await service.roster(after: cursor, limit: 10, RosterFilter())
            sizes.append(page.contacts.count)
            seen += page.contacts.map(\.contact.jid.description)
            guard let next = page.next else { break }
            cursor = next
        }
        #expect(sizes == [10, 10, 5])
        #expect(seen == seen.sorted())
        #expect(Set(seen).count == 25)
    }
}
