import Digests
import Domain
import Store
import TestSupport
import Testing
import XMPPAddresses
import XMPPSessions

@testable import Backend

/// An account's life between offline and online.
struct ConnectionTests {
    static let broken = StreamProblem(code: "connection-lost", sentence: "The connection broke.")
    static let password = StreamProblem(code: "sasl-not-authorized", sentence: "Wrong password.", remedy: .user)

    @Test("An enabled account connects with what is stored, and shows that it is online")
    func connects() async throws {
        let house = try House()
        let service = try await house.juliet { $0.resource = .set("balcony") }
        let server = try await house.accept()
        let shown = await house.observer.reached(.online, service.id)
        #expect(shown.bound?.description == "juliet@example.com/balcony")
        #expect(shown.security?.mechanism == "SCRAM-SHA-256-PLUS")
        #expect(shown.problem == nil)
        #expect(server.request.account == service.jid)
        #expect(server.request.resource == "balcony")
        #expect(server.request.credentials.password == .init(utf8: "secret"))
        #expect(server.request.resumption == nil)
        let installation = try await house.store.setting("installation")
        #expect(server.request.installation == installation)
    }

    @Test("A disabled account stays alone until it is enabled")
    func enabling() async throws {
        let house = try House()
        let service = try await house.juliet { $0.isEnabled = false }
        await service.connect()
        #expect(house.connector.count == 0)
        #expect(await service.snapshot.state == .disabled)
        var change = AccountChange()
        change.isEnabled = true
        #expect(try await service.change(change).isEmpty)
        let server = try await house.accept()
        await house.observer.reached(.online, service.id)
        change.isEnabled = false
        _ = try await service.change(change)
        #expect(await service.snapshot.state == .disabled)
        #expect(await server.stream.isClosed)
    }

    @Test("A network problem leads to another try after a while")
    func retries() async throws {
        let house = try House()
        let service = try await house.juliet()
        try await house.connector.next().fail(Self.broken)
        let shown = await house.observer.reached(.waiting, service.id)
        #expect(shown.problem?.code == "connection-lost")
        #expect(shown.nextTry != nil)
        await house.clock.alarm(at: .seconds(1))
        house.clock.advance(by: .seconds(1))
        _ = try await house.accept()
        let online = await house.observer.reached(.online, service.id)
        #expect(online.problem == nil)
        #expect(online.nextTry == nil)
    }

    @Test("A waiting account tries at once when asked, or when the network is there again", arguments: [true, false])
    func impatience(asked: Bool) async throws {
        let house = try House()
        let service = try await house.juliet()
        try await house.connector.next().fail(Self.broken)
        await house.observer.reached(.waiting, service.id)
        if asked { await service.connect() } else { await house.backend.encourage() }
        _ = try await house.accept()
        await house.observer.reached(.online, service.id)
        await house.backend.encourage()
        await service.connect()
        #expect(house.connector.count == 2)
    }

    @Test("What only the user can mend is not tried again, until they do")
    func userRemedy() async throws {
        let house = try House()
        let service = try await house.juliet()
        try await house.connector.next().fail(Self.password)
        let shown = await house.observer.reached(.failed, service.id)
        #expect(shown.problem?.code == "sasl-not-authorized")
        #expect(house.clock.alarms.isEmpty)
        await service.encourage()
        #expect(house.connector.count == 1)
        await #expect(throws: BackendError.self) {
            try await service.info(.bare(service.jid), node: nil, fresh: true, timeout: .seconds(1))
        }
        var change = AccountChange()
        change.password = .init(utf8: "better")
        _ = try await service.change(change)
        let server = try await house.accept()
        #expect(server.request.credentials.password == .init(utf8: "better"))
        await house.observer.reached(.online, service.id)
    }

    @Test("A change of settings while waiting or failed connects at once", arguments: [broken, password])
    func changeMends(problem: StreamProblem) async throws {
        let house = try House()
        let service = try await house.juliet()
        try await house.connector.next().fail(problem)
        await house.observer.reached(problem.remedy == .user ? .failed : .waiting, service.id)
        _ = try await service.change(AccountChange())
        #expect(house.connector.count == 1)
        var change = AccountChange()
        change.host = .set("xmpp.example.com")
        _ = try await service.change(change)
        let server = try await house.accept()
        #expect(server.request.endpoint.host == "xmpp.example.com")
    }

    @Test("Disconnecting gives up an attempt, also while it is waiting for its turn")
    func disconnectWhileConnecting() async throws {
        let house = try House()
        let service = try await house.juliet()
        let attempt = try await house.connector.next()
        await service.disconnect()
        await attempt.cancelled()
        #expect(await service.snapshot.state == .offline)
        #expect(house.clock.alarms.isEmpty)
    }

    @Test("Disconnecting ends the wait for the next try")
    func disconnectWhileWaiting() async throws {
        let house = try House()
        let service = try await house.juliet()
        try await house.connector.next().fail(Self.broken)
        await house.observer.reached(.waiting, service.id)
        await service.disconnect()
        #expect(await service.snapshot.state == .offline)
        #expect(await service.snapshot.nextTry == nil)
        #expect(house.clock.alarms.isEmpty)
        await service.encourage()
        #expect(house.connector.count == 1)
    }

    @Test("Disconnecting after a failure forgets the problem")
    func disconnectWhileFailed() async throws {
        let house = try House()
        let service = try await house.juliet()
        try await house.connector.next().fail(Self.password)
        await house.observer.reached(.failed, service.id)
        await service.disconnect()
        let snapshot = await service.snapshot
        #expect(snapshot.state == .offline)
        #expect(snapshot.problem == nil)
    }

    @Test("Disconnecting closes the stream in order, and nothing is resumed afterwards")
    func disconnectOnline() async throws {
        let house = try House()
        let (service, server) = try await house.online()
        await service.disconnect()
        #expect(await server.stream.isClosed)
        #expect(await service.snapshot.state == .offline)
        #expect(try await house.store.resumption(of: service.id) == nil)
        await service.connect()
        let second = try await house.accept()
        #expect(second.request.resumption == nil)
    }

    @Test("Who connects while the stream is being closed is connected in the end")
    func connectDuringDisconnect() async throws {
        let house = try House()
        let (service, first) = try await house.online(grant: nil)
        async let end: Void = service.disconnect()
        while await !first.stream.isClosed { await Task.yield() }
        await service.connect()
        let second = try await house.accept(grant: nil)
        await end
        try await second.greet(roster: House.roster)
        #expect(await service.snapshot.state == .online)
    }

    @Test("A broken stream is resumed, and what the server counted is believed")
    func resumes() async throws {
        let house = try House()
        let (service, first) = try await house.online()
        await first.stream.breakOff()
        await house.observer.reached(.waiting, service.id)
        await service.connect()
        let second = try await house.resume(handled: 2)
        #expect(second.request.resumption == Resumption(id: "sm-1", handled: 1))
        let shown = await house.observer.until { state in state.last(service.id).flatMap { $0.isResumed ? $0 : nil } }
        #expect(shown.state == .online)
        try await house.settled(second)
    }

    @Test("A server that closes the stream in order is asked for a new session")
    func closedByServer() async throws {
        let house = try House()
        let (service, first) = try await house.online()
        await first.stream.closeByServer()
        await house.observer.reached(.waiting, service.id)
        await service.connect()
        let second = try await house.accept()
        #expect(second.request.resumption == nil)
    }

    @Test("A session is not resumed when we refused what the server sent in it")
    func refusedBytes() async throws {
        let house = try House()
        let (service, first) = try await house.online()
        #expect(try await house.store.resumption(of: service.id) != nil)
        await first.stream.breakOff(
            StreamProblem(code: "xml-restricted-xml", sentence: "Refused.", endsSession: true))
        await house.observer.reached(.waiting, service.id)
        #expect(try await house.store.resumption(of: service.id) == nil)
        await service.connect()
        #expect(try await house.connector.next().request.resumption == nil)
    }

    @Test("While nothing can be stored the account is paused; the server keeps what arrives")
    func pause() async throws {
        let house = try House.onDisk()
        let (service, server) = try await house.online()
        try house.store.close()
        try await server.deliver("<message type='chat' from='nurse@example.com'><body>x</body></message>")
        let shown = await house.observer.reached(.paused, service.id)
        #expect(shown.problem?.code == "closed")
        #expect(shown.problem?.section == "XEP-0198 §4")
        await service.commitRecovered()
        #expect(await service.snapshot.state == .online)
        #expect(await service.snapshot.problem == nil)
    }

    @Test("A stop ends an attempt and lets nothing begin any more")
    func stops() async throws {
        let house = try House()
        let service = try await house.juliet()
        let attempt = try await house.connector.next()
        await house.backend.stop(patience: .seconds(1))
        await attempt.cancelled()
        await service.connect()
        await #expect(throws: BackendError.shuttingDown) { try await service.change(AccountChange()) }
        await #expect(throws: BackendError.shuttingDown) {
            try await service.send(Draft(texts: LanguageMap("x")), to: service.jid)
        }
        await #expect(throws: BackendError.shuttingDown) { try await house.juliet() }
        #expect(house.connector.count == 1)
    }

    @Test("A missing password waits for the user; a keyring that does not answer is tried again")
    func credentials() async throws {
        let house = try House()
        let service = try await house.juliet { $0.isEnabled = false }
        try await house.vault.forget(service.account)
        var change = AccountChange()
        change.isEnabled = true
        _ = try await service.change(change)
        #expect(await house.observer.reached(.failed, service.id).problem?.code == "password-missing")
        house.vault.fail(VaultError(code: "vault-unreachable", sentence: "It does not answer."))
        await service.connect()
        #expect(await house.observer.reached(.waiting, service.id).problem?.code == "vault-unreachable")
        house.vault.fail(VaultError(code: "vault-locked", sentence: "It is locked."))
        await service.connect()
        let shown = await house.observer.until { state in
            state.last(service.id).flatMap { $0.problem?.code == "vault-locked" && $0.state == .failed ? $0 : nil }
        }
        #expect(shown.problem?.action?.contains("keyring") == true)
        #expect(house.connector.count == 0)
    }

    @Test("Giving up an attempt does not wait for a password command")
    func cancelsCommand() async throws {
        let house = try House()
        let service = try await house.juliet {
            $0.password = nil
            $0.login = .command("sleep 600")
        }
        await service.disconnect()
        #expect(await service.snapshot.state == .offline)
    }

    @Test("Two changes at once are both kept")
    func concurrentChanges() async throws {
        let house = try House()
        let service = try await house.juliet { $0.isEnabled = false }
        await withThrowingTaskGroup { group in
            for index in 0..<8 {
                group.addTask {
                    var change = AccountChange()
                    if index % 2 == 0 { change.nickname = .set("Jule") } else { change.host = .set("h\(index)") }
                    _ = try await service.change(change)
                }
            }
        }
        let stored = try await house.store.accounts().first
        #expect(stored?.nickname == "Jule")
        #expect(stored?.endpoint.host?.hasPrefix("h") == true)
        #expect(await service.account == stored)
    }

    @Test("The settings that wait for the next connection are named while there is one")
    func needsReconnect() async throws {
        let house = try House()
        let (service, _) = try await house.online()
        var change = AccountChange()
        change.port = .set(5222)
        change.nickname = .set("J")
        change.password = .init(utf8: "new")
        #expect(try await service.change(change) == ["port", "password"])
    }
}
