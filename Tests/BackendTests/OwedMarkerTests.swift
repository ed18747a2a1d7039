import Digests
import Domain
import Store
import TestSupport
import Testing
import XMLStreams
import XMPPAddresses
import XMPPExtensions

@testable import Backend

/// What is read while nobody can be told.
struct OwedMarkerTests {
    /// Messages that ask for markers, from each of these.
    private func receive(_ peers: [String], _ house: House, _ service: AccountService) async throws {
        for peer in peers {
            for number in 1...2 {
                let moment = House.moment.advanced(byMicroseconds: Int64(number - 100) * 1_000_000)
                let content = EntryContent(
                    direction: .incoming, kind: .chat, author: peer + "/a", sentAt: moment, receivedAt: moment,
                    texts: LanguageMap("\(number)"), messageID: "m\(number)")
                var entry = NewEntry(account: service.id, peer: try BareJID(peer), content: content)
                entry.content.isMarkable = true
                _ = try await house.store.commit(Batch([.add(entry)]))
            }
        }
    }

    private func read(_ peer: String, upTo entry: String = "", _ service: AccountService) async throws {
        let conversation = try await service.conversation(with: try BareJID(peer)).id
        try await service.markRead(conversation, upTo: entry)
    }

    @Test("It is told with the next stream, once for each conversation, after a restart too", arguments: [false, true])
    func told(restarts: Bool) async throws {
        var house = try House()
        var (service, server) = try await house.online()
        await service.disconnect()
        try await receive(["romeo@example.net", "nurse@example.com"], house, service)
        try await read("romeo@example.net", upTo: "e1", service)
        try await read("romeo@example.net", service)
        try await read("nurse@example.com", upTo: "e3", service)
        if restarts {
            await house.backend.stop(patience: .zero)
            house = try House(after: house)
            try await house.backend.load()
            try await house.vault.keep(.init(utf8: "secret"), for: service.account)
            await house.backend.start()
            service = try await house.backend.find("")
        } else {
            await service.connect()
        }
        server = try await house.accept()
        try await server.greet(roster: House.roster)
        for (peer, id) in [("romeo@example.net", "m2"), ("nurse@example.com", "m1")] {
            let marker = try await server.stanza()
            #expect(marker[attribute: "to"] == peer)
            #expect(marker.elements.first == Marker.displayed(id: id).element)
        }
        // Nothing is left, and nothing is told again.
        try await read("romeo@example.net", service)
        try await read("nurse@example.com", service)
        #expect(try await server.stanza().elements.first == Marker.displayed(id: "m2").element)
        #expect(await service.owed.isEmpty)
    }

    @Test("What was read before is not owed, nor what manners forbid")
    func notOwed() async throws {
        let house = try House()
        let (service, server) = try await house.online()
        try await receive(["romeo@example.net"], house, service)
        try await read("romeo@example.net", service)
        #expect(try await server.stanza().elements.first == Marker.displayed(id: "m2").element)
        await service.disconnect()
        try await read("romeo@example.net", service)
        #expect(await service.owed.isEmpty)
        try await receive(["nurse@example.com"], house, service)
        var change = AccountChange()
        change.sendsMarkers = false
        _ = try await service.change(change)
        try await read("nurse@example.com", service)
        #expect(await service.owed.isEmpty)
    }

    @Test("A removed account leaves no note of it behind")
    func removed() async throws {
        let house = try House()
        let service = try await house.juliet { $0.isEnabled = false }
        try await receive(["romeo@example.net"], house, service)
        try await read("romeo@example.net", service)
        #expect(try await house.store.setting(OwedText.setting(service.id)) == "c1")
        try await house.backend.removeAccount(service.id)
        #expect(try await house.store.setting(OwedText.setting(service.id)) == nil)
    }
}
