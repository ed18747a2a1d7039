import Digests
import Domain
import Store
import TestSupport
import Testing
import XMLStreams
import XMPPAddresses
import XMPPSessions

@testable import Backend

/// All accounts together.
struct BackendTests {
    @Test("An account is found by its address, its id, or as the only one")
    func find() async throws {
        let house = try House()
        let none = await #expect(throws: BackendError.self) { try await house.backend.find("") }
        #expect(none?.name == "NoSuchAccount")
        let service = try await house.juliet { $0.isEnabled = false }
        #expect(try await house.backend.find("").id == service.id)
        #expect(try await house.backend.find("JULIET@example.com").id == service.id)
        #expect(try await house.backend.find(service.id.description).id == service.id)
        await #expect(throws: BackendError.noSuchAccount("romeo@example.net")) {
            try await house.backend.find("romeo@example.net")
        }
        let invalid = await #expect(throws: BackendError.self) { try await house.backend.find("@@") }
        #expect(invalid?.name == "InvalidAddress")
        var change = AccountChange()
        change.login = .anonymous
        let second = try await house.backend.addAccount(try BareJID("guest.example.com"), change)
        #expect(try await house.backend.find("").id == second.id)
    }

    @Test("An address has one account, even when it is added twice at once")
    func twice() async throws {
        let house = try House()
        let added = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<4 {
                group.addTask { (try? await house.juliet { $0.isEnabled = false }) != nil }
            }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(added == 1)
        await #expect(throws: BackendError.accountExists("juliet@example.com")) { try await house.juliet() }
        #expect(try await house.store.accounts().count == 1)
    }

    @Test("An address without a name is for nobody in particular only")
    func nameless() async throws {
        let house = try House()
        let error = await #expect(throws: BackendError.self) {
            try await house.backend.addAccount(try BareJID("example.com"), AccountChange())
        }
        #expect(error?.name == "InvalidAddress")
    }

    @Test("Without its password there is no account")
    func unkept() async throws {
        let house = try House()
        house.vault.fail(VaultError(code: "vault-locked", sentence: "It is locked."))
        let error = await #expect(throws: BackendError.self) { try await house.juliet() }
        #expect(error?.name == "SecretStorageFailed")
        #expect(try await house.store.accounts().isEmpty)
        house.vault.fail(nil)
        _ = try await house.juliet()
    }

    @Test("An account that is removed is gone everywhere, and nobody hears of it again")
    func removed() async throws {
        let house = try House()
        let (service, server) = try await house.online()
        try await service.setPresence(OwnPresence(show: .away))
        try await house.backend.removeAccount(service.id)
        #expect(await server.stream.isClosed)
        #expect(house.observer.state.removed == [service.id])
        #expect(try await house.store.accounts().isEmpty)
        #expect(try await house.store.setting(PresenceText.setting(service.id)) == nil)
        #expect(try await house.vault.secret(for: service.account) == nil)
        let told = house.observer.state.snapshots.count
        await service.disconnect()
        await service.connect()
        #expect(house.observer.state.snapshots.count == told)
        await #expect(throws: BackendError.noSuchAccount(service.id.description)) {
            try await house.backend.removeAccount(service.id)
        }
    }

    @Test("Removing works while the account tries to connect")
    func removedWhileConnecting() async throws {
        let house = try House()
        let service = try await house.juliet()
        let attempt = try await house.connector.next()
        try await house.backend.removeAccount(service.id)
        await attempt.cancelled()
        #expect(await house.backend.account(service.id) == nil)
    }

    @Test("An account that could not be removed goes on")
    func notRemoved() async throws {
        let house = try House.onDisk()
        let service = try await house.juliet()
        _ = try await house.connector.next()
        try house.store.close()
        let error = await #expect(throws: BackendError.self) { try await house.backend.removeAccount(service.id) }
        #expect(error?.name == "StorageFailed")
        #expect(await !service.isStopped)
    }

    @Test("After a restart everything is told before anything connects")
    func load() async throws {
        let house = try House()
        let (service, server) = try await house.online()
        try await house.settled(server)
        try await service.setPresence(OwnPresence(show: .xa, priority: 7))
        _ = try await server.stanza()
        _ = try await service.send(Draft(texts: LanguageMap("x")), to: try BareJID("romeo@example.net"))
        let next = try House(after: house)
        try await next.backend.load()
        let shown = try #require(next.observer.state.last(service.id))
        #expect(shown.state == .offline)
        #expect(shown.presence == OwnPresence(show: .xa, priority: 7))
        #expect(shown.rosterSize == 2)
        #expect(shown.queued == 1)
        #expect(next.observer.state.opened.count == 2)
        #expect(next.connector.count == 0)
    }

    @Test("Somebody who looks at a frontend is told to servers that want to know")
    func attention() async throws {
        let house = try House()
        _ = try await house.juliet()
        let server = try await house.accept(features: "<csi xmlns='urn:xmpp:csi:0'/>")
        let first = try await [server.stanza(), server.stanza()].map(\.name.local)
        #expect(Set(first) == ["iq", "inactive"])
        await house.backend.setWatched(true)
        #expect(try await server.stanza().name.local == "active")
        await house.backend.setWatched(false)
        #expect(try await server.stanza().name.local == "inactive")
    }

    @Test("What was refused is counted over all accounts")
    func refusals() async throws {
        let house = try House()
        let (_, server) = try await house.online()
        try await server.deliver("<presence from='paris@example.org/x'/><presence from='paris@example.org/x'/>")
        try await house.settled(server)
        let rows = await house.backend.refusals()
        #expect(rows.map(\.refusal.code) == ["presence-of-stranger"])
        #expect(rows.first?.count == 2)
    }

    @Test("A stop closes every stream in order")
    func stop() async throws {
        let house = try House()
        let (_, server) = try await house.online()
        await house.backend.stop(patience: .seconds(1))
        #expect(await server.stream.isClosed)
    }
}
