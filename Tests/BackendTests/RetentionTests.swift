import Domain
import Store
import Synchronization
import TestSupport
import Testing
import XMPPAddresses

@testable import Backend

/// Entries go when their time has come.
struct RetentionTests {
    private let house: House
    private let service: AccountService
    private let romeo: BareJID

    private let leap = Leap()

    /// How far the wall clock is ahead.
    private final class Leap: Sendable {
        let seconds = Mutex<Int64>(0)

        var now: Timestamp { House.moment.advanced(byMicroseconds: seconds.withLock { $0 } * 1_000_000) }
    }

    init() async throws {
        house = try House(now: { [leap] in leap.now })
        romeo = try BareJID("romeo@example.net")
        service = try await house.juliet { $0.isEnabled = false }
        await house.backend.start()
    }

    private func receive(_ text: String, secondsAgo: Int64, lifetime: UInt32? = nil) async throws -> Committed {
        let time = House.moment.advanced(byMicroseconds: -secondsAgo * 1_000_000)
        let content = EntryContent(
            direction: .outgoing, kind: .chat, author: "juliet@example.com", sentAt: time, receivedAt: time,
            texts: LanguageMap(text), state: .onServer, details: lifetime.map { EntryDetails(lifetime: $0) })
        return try await house.store.commit(Batch([.add(NewEntry(account: service.id, peer: romeo, content: content))]))
    }

    private var texts: [String?] {
        get async throws {
            let id = try await service.conversation(with: romeo).id
            return try await house.store.history(of: id, .last, limit: 9).entries.map(\.content.texts.first?.text)
        }
    }

    private func gone(_ count: Int) async {
        _ = await house.observer.until { $0.events.count { $0.kind == .messagesRemoved } == count ? () : nil }
    }

    @Test("A rule takes effect at once, whoever makes it")
    func rules() async throws {
        for age in [30, 100, 300, 1_000] as [Int64] { _ = try await receive("\(age)", secondsAgo: age) }
        try await house.backend.setRetention(.seconds(900))
        await gone(1)
        #expect(try await texts == ["300", "100", "30"])
        try await service.setRetention(.seconds(200))
        await gone(2)
        #expect(try await texts == ["100", "30"])
        #expect(await service.snapshot.retention == .seconds(200))
        var settings = ConversationSettings()
        settings.retention = .set(.seconds(60))
        try await service.set(settings, of: try await service.conversation(with: romeo).id)
        await gone(3)
        #expect(try await texts == ["30"])
        #expect(try await house.store.search(SearchQuery(text: "300"), limit: 9).hits.isEmpty)
        #expect(try await house.backend.retention() == .seconds(900))
        for wrong in [RetentionPeriod.seconds(59), .seconds(1)] {
            await #expect(throws: BackendError.self) { try await house.backend.setRetention(wrong) }
            await #expect(throws: BackendError.self) { try await service.setRetention(wrong) }
        }
        try await service.setRetention(nil)
        #expect(await service.snapshot.retention == nil)
    }

    @Test("The next look is when something is due, an hour from now at the latest, and never in a hurry")
    func waiting() async throws {
        _ = try await receive("soon", secondsAgo: 40)
        try await house.backend.setRetention(.seconds(60))
        await house.clock.alarm(at: .seconds(20))
        try await house.backend.setRetention(.seconds(86_400))
        await house.clock.alarm(at: .seconds(3_600))
        try await house.backend.setRetention(.forever)
        #expect(!house.clock.alarms.contains(.seconds(3_600)))
    }

    @Test("What comes later is looked at a while after it was stored, and then goes at its time")
    func later() async throws {
        try await house.backend.setRetention(.seconds(3_600))
        let committed = try await receive("timed", secondsAgo: 100, lifetime: 60)
        house.backend.noted(committed)
        house.backend.noted(committed)
        await house.clock.alarm(at: RetentionSweeper.pause)
        house.clock.advance(by: RetentionSweeper.pause)
        await gone(1)
        #expect(try await texts.isEmpty)
    }

    @Test("What the user purges is gone from the index too")
    func purge() async throws {
        for age in [10, 20, 30] as [Int64] { _ = try await receive("purged \(age)", secondsAgo: age) }
        let id = try await service.conversation(with: romeo).id
        let moment = House.moment.advanced(byMicroseconds: -15_000_000)
        #expect(try await service.purge(id, before: moment) == 2)
        #expect(try await texts == ["purged 10"])
        #expect(try await service.purge(id, before: nil) == 1)
        #expect(try await service.purge(id, before: nil) == 0)
        #expect(try await house.store.search(SearchQuery(text: "purged"), limit: 9).hits.isEmpty)
    }

    @Test("A clock that leaps ahead deletes nothing before it has stood for an hour")
    func leaping() async throws {
        _ = try await receive("kept", secondsAgo: 10)
        try await house.backend.setRetention(.seconds(1_000))
        await house.clock.alarm(at: .seconds(990))
        leap.seconds.withLock { $0 = 900 * 86_400 }
        await house.surroundings.sweeper.look()
        await house.clock.alarm(at: ClockTrust.patience)
        #expect(try await texts == ["kept"])
        leap.seconds.withLock { $0 += 3_600 }
        house.clock.advance(by: ClockTrust.patience)
        await gone(1)
        #expect(try await texts.isEmpty)
    }

    @Test("After its end nothing is deleted any more")
    func stopped() async throws {
        _ = try await receive("kept", secondsAgo: 1_000)
        await house.backend.stop(patience: .zero)
        try await house.backend.setRetention(.seconds(60))
        #expect(try await texts == ["kept"])
    }
}
