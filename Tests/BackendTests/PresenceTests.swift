import Domain
import Store
import TestSupport
import Testing
import XMLStreams
import XMPPAddresses
import XMPPSessions

@testable import Backend

/// Who is online, and what others see of us.
struct PresenceTests {
    private func presence(_ from: String, _ content: String = "", type: String? = nil) -> String {
        "<presence from='\(from)'\(type.map { " type='\($0)'" } ?? "")>\(content)</presence>"
    }

    @Test("Resources of a contact come, change and go; highest priority first")
    func resources() async throws {
        let house = try House()
        let (service, server) = try await house.online()
        let romeo = try BareJID("romeo@example.net")
        try await server.deliver(presence("romeo@example.net/a", "<show>away</show><status>zzz</status>"))
        try await server.deliver(presence("romeo@example.net/b", "<priority>5</priority>"))
        try await server.deliver(presence("romeo@example.net/b", "<priority>5</priority>"))
        try await house.settled(server)
        #expect(try await service.contact(romeo).resources.map(\.resource) == ["b", "a"])
        #expect(try await service.contact(romeo).resources.last?.show == .away)
        #expect(house.observer.events(.presence).count == 2)
        #expect(await service.statistics().counts.last?.count == 1)
        try await server.deliver(presence("romeo@example.net/a", type: "unavailable"))
        try await server.deliver(presence("romeo@example.net/x", type: "unavailable"))
        try await house.settled(server, "again")
        #expect(try await service.contact(romeo).resources.map(\.resource) == ["b"])
        try await server.deliver(presence("romeo@example.net", type: "unavailable"))
        try await server.deliver(presence("romeo@example.net", type: "unavailable"))
        try await server.deliver(presence("romeo@example.net"))
        try await house.settled(server, "at last")
        #expect(try await service.contact(romeo).resources.isEmpty)
        #expect(house.observer.events(.presence).count == 4)
    }

    @Test(
        "Who is not in the roster shows us nothing",
        arguments: ["paris@example.org/x", "example.com", "juliet@example.org/x"])
    func strangers(from: String) async throws {
        let house = try House()
        let (service, server) = try await house.online()
        try await server.deliver(presence(from))
        try await house.settled(server)
        #expect(house.observer.events(.presence).isEmpty)
        #expect(service.refused.snapshot.first?.refusal == .presenceOfStranger)
    }

    @Test("Our other devices are shown, too")
    func ownDevices() async throws {
        let house = try House()
        let (_, server) = try await house.online()
        try await server.deliver(presence("juliet@example.com/phone"))
        await house.observer.event(.presence, holding: "phone")
    }

    @Test("A contact made, or unmade, in the same read counts at once")
    func sameBatch() async throws {
        let house = try House()
        let (service, server) = try await house.online()
        let push = { (jid: String, subscription: String) in
            """
            <iq type='set' id='p-\(jid)'><query xmlns='jabber:iq:roster'>\
            <item jid='\(jid)' subscription='\(subscription)'/></query></iq>
            """
        }
        try await server.deliver(
            push("paris@example.org", "both") + presence("paris@example.org/x")
                + push("romeo@example.net", "remove") + presence("romeo@example.net/x"))
        try await house.settled(server)
        #expect(try await service.contact(try BareJID("paris@example.org")).resources.count == 1)
        #expect(house.observer.events(.presence).count == 1)
        #expect(await service.presences.jids.count == 1)
    }

    private static let caps =
        "<c xmlns='http://jabber.org/protocol/caps' hash='sha-1' node='n' ver='QgayPKawpkPSDYmwT/WM94uAlu0='/>"

    @Test("A contact that is removed, or no longer shows us presence, loses theirs", arguments: ["remove", "from"])
    func removed(subscription: String) async throws {
        let house = try House()
        let (service, server) = try await house.online()
        try await server.deliver(presence("romeo@example.net/a", Self.caps))
        try await house.settled(server)
        #expect(await service.presences.jids.count == 1)
        #expect(await service.capabilities.count == 1)
        try await server.deliver(
            """
            <iq type='set' id='p'><query xmlns='jabber:iq:roster'>\
            <item jid='romeo@example.net' subscription='\(subscription)'/></query></iq>
            """)
        try await house.settled(server, "again")
        #expect(await service.presences.jids.isEmpty)
        #expect(await service.capabilities.isEmpty)
    }

    @Test("A contact with very many resources fills neither memory nor the log")
    func bound() async throws {
        let house = try House()
        let (service, server) = try await house.online()
        try await server.deliver((0..<100).map { presence("romeo@example.net/\($0)", Self.caps) }.joined())
        try await house.settled(server)
        #expect(try await service.contact(try BareJID("romeo@example.net")).resources.count == 32)
        #expect(await service.capabilities[try BareJID("romeo@example.net")]?.count == 32)
        #expect(house.observer.events(.presence).count == 32)
        #expect(service.refused.snapshot.first?.count == 68)
        try await server.deliver(presence("romeo@example.net/5", "<show>dnd</show>"))
        try await house.settled(server, "again")
        #expect(house.observer.events(.presence).count == 33)
    }

    @Test("A request to see us is kept with its words, and taken back")
    func requests() async throws {
        let house = try House()
        let (service, server) = try await house.online()
        let long = String(repeating: "ä", count: 5000)
        try await server.deliver(
            presence(
                "paris@example.org", "<status>\(long)</status><nick xmlns='http://jabber.org/protocol/nick'>P</nick>",
                type: "subscribe"))
        try await server.deliver(presence("juliet@example.com", type: "subscribe"))
        try await house.settled(server)
        let requests = try await service.requests()
        #expect(requests.map(\.jid.description) == ["paris@example.org"])
        #expect(requests.first?.nickname == "P")
        #expect(requests.first?.statuses.first?.text == String(repeating: "ä", count: 512))
        try await server.deliver(presence("paris@example.org", type: "unsubscribe"))
        try await house.settled(server, "again")
        #expect(try await service.requests().isEmpty)
        #expect(house.observer.events(.subscriptionRequest).count == 2)
    }

    @Test("What we show goes to the server, and again when it changed while the stream was broken")
    func own() async throws {
        let house = try House()
        let (service, first) = try await house.online()
        try await service.setPresence(OwnPresence(show: .away, statuses: LanguageMap("tea"), priority: 3))
        let away = try await first.stanza()
        #expect(away.child("show", .client)?.text == "away")
        #expect(away.child("priority", .client)?.text == "3")
        await first.stream.breakOff()
        await house.observer.reached(.waiting, service.id)
        try await service.setPresence(OwnPresence(show: .dnd))
        await service.connect()
        let second = try await house.resume(handled: 3)
        #expect(try await second.stanza().child("show", .client)?.text == "dnd")
        try await service.setPresence(OwnPresence(show: .unavailable))
        #expect(try await second.stanza()[attribute: "type"] == "unavailable")
        let stored = try await house.store.setting(PresenceText.setting(service.id))
        #expect(stored.flatMap(PresenceText.presence)?.show == .unavailable)
    }

    @Test("Who is connected without being seen sends no presence")
    func unseen() async throws {
        let house = try House()
        let service = try await house.juliet { $0.isEnabled = false }
        try await service.setPresence(OwnPresence(show: .unavailable))
        var change = AccountChange()
        change.isEnabled = true
        _ = try await service.change(change)
        let server = try await house.accept()
        let (id, _) = try await server.rosterQuestion()
        try await server.answer(id, "<query xmlns='jabber:iq:roster'/>")
        _ = try await service.send(Draft(texts: LanguageMap("x")), to: try BareJID("romeo@example.net"))
        #expect(try await server.stanza().name.local == "message")
    }

    @Test("Offline contacts are shown while nobody would tell us of a change")
    func offline() async throws {
        let house = try House()
        let (service, server) = try await house.online()
        let romeo = try BareJID("romeo@example.net")
        try await server.deliver(presence("romeo@example.net/a"))
        try await house.settled(server)
        await server.stream.breakOff()
        await house.observer.reached(.waiting, service.id)
        #expect(try await service.contact(romeo).resources.count == 1)
        await service.disconnect()
        #expect(try await service.contact(romeo).resources.isEmpty)
        #expect(await service.statistics().counts.last?.count == 0)
    }
}
