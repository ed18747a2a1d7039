import Domain
import Store
import TestSupport
import Testing
import XMPPAddresses
import XMPPExtensions
import XMPPStanzas

@testable import Backend

@Suite("Timers of messages (XEP-0466)")
struct TimerTests {
    static let periods: [(RetentionPeriod?, UInt32?)] = [
        (.seconds(86_400), 86_400), (.forever, nil), (nil, nil),
    ]

    @Test("What is sent asks for the time that was set for its chat, and for no other", arguments: periods)
    func sending(period: RetentionPeriod?, timer: UInt32?) async throws {
        let house = try House()
        let service = try await house.juliet { $0.isEnabled = false }
        let peer = try BareJID("romeo@example.net")
        let conversation = try await service.conversation(with: peer).id
        _ = try await house.store.commit(
            Batch([
                .setRetention(.account(service.id), .seconds(3_600)),
                .setRetention(.conversation(conversation), period),
            ]))
        let entry = try await service.send(Draft(texts: Domain.LanguageMap("hi")), to: peer)
        #expect(try await house.store.entry(entry)?.content.details?.lifetime == timer)
    }

    @Test("A timer goes with the message, and is read from one", arguments: [UInt32?.none, 60])
    func payloads(timer: UInt32?) throws {
        var details = EntryDetails(lifetime: timer)
        let sent = details.payloads(of: Domain.LanguageMap("hi"))
        #expect(sent.compactMap { Ephemeral(in: [$0])?.timer } == [timer].compactMap { $0 })
        var read = TextPayloads()
        for payload in sent { read.read(payload) }
        details = EntryDetails()
        details.add(read, of: Message(), for: .init(jid: try BareJID("juliet@example.com")))
        #expect(details.lifetime == timer)
    }
}
