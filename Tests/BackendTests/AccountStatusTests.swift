import Domain
import JSONText
import Store
import TestSupport
import Testing
import XMPPAddresses
import XMPPSessions

@testable import Backend

/// What the event log tells of an account.
struct AccountStatusTests {
    private func states(_ house: House) throws -> [String] {
        try house.observer.events(.accountState).map { try JSONParser.parse($0.payload)["state"]?.string ?? "" }
    }

    @Test("Coming online and going offline is told, once each")
    func online() async throws {
        let house = try House()
        let (service, server) = try await house.online()
        await house.observer.event(.accountState, holding: "\"online\"")
        try await house.settled(server)
        await service.disconnect()
        let event = await house.observer.event(.accountState, holding: "\"offline\"")
        #expect(event.account == service.id && event.conversation == nil)
        let json = try JSONParser.parse(event.payload)
        #expect(json["jid"] == "juliet@example.com" && json["account"]?.string == service.id.description)
        #expect(json["problem"] == nil && json["archive"] == "unknown")
        let told = try states(house)
        #expect(told.filter { $0 == "online" }.count == 1 && told.last == "offline")
        #expect(zip(told, told.dropFirst()).allSatisfy { $0 != $1 })
    }

    @Test("What is the matter is told with its code, its sentence and what to do")
    func failed() async throws {
        let house = try House()
        let service = try await house.juliet()
        let problem = StreamProblem(
            code: "sasl-not-authorized", sentence: "Wrong password.", action: "Set it anew.", remedy: .user)
        try await house.connector.next().fail(problem)
        let event = await house.observer.event(.accountState, holding: "\"failed\"")
        let json = try JSONParser.parse(event.payload)["problem"]
        #expect(json?["code"] == "sasl-not-authorized" && json?["sentence"] == "Wrong password.")
        #expect(json?["action"] == "Set it anew.")
        #expect(try await house.store.events(since: event.number - 1, limit: 1).events == [event])
        _ = service
    }

    @Test("An account at rest is not told of, and neither is one that goes")
    func rest() async throws {
        let house = try House()
        let service = try await house.juliet { $0.isEnabled = false }
        await service.tell()
        try await service.setPresence(OwnPresence(priority: 3))
        try await house.backend.removeAccount(service.id)
        #expect(try states(house) == [])
        let left = try await house.store.events(since: 0, limit: 99).events.map(\.kind)
        #expect(left.contains(.accountRemoved) && !left.contains(.accountState))
    }

    static let statuses: [(AccountStatus, AccountStatus, Bool)] = [
        (status(.online), status(.online), true), (status(.online), status(.waiting), false),
        (status(.waiting, problem("a")), status(.waiting, problem("b")), false),
        (status(.waiting, problem("a", "1")), status(.waiting, problem("a", "2")), true),
        (status(.online, .catchingUp(1)), status(.online, .catchingUp(250)), true),
        (status(.online, .catchingUp(1)), status(.online, .current), false),
        (status(.online, .failed(problem("a"))), status(.online, .failed(problem("b"))), false),
    ]

    private static func status(_ state: AccountState, _ problem: Problem) -> AccountStatus {
        AccountStatus(state: state, problem: problem, archive: .unknown)
    }

    private static func status(_ state: AccountState, _ archive: ArchiveStatus = .unknown) -> AccountStatus {
        AccountStatus(state: state, problem: nil, archive: archive)
    }

    private static func problem(_ code: String, _ detail: String? = nil) -> Problem {
        Problem(code: code, sentence: "x", detail: detail)
    }

    @Test("Details are no news", arguments: statuses)
    func news(one: AccountStatus, other: AccountStatus, isSame: Bool) {
        #expect((one == other) == isSame)
    }
}
