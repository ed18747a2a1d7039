import TestSupport
import Testing
import XMLStreams
import XMPPAddresses
import XMPPSessions
import XMPPStanzas

@Suite("A session waits", .timeLimit(.minutes(1)))
struct SessionTimingTests {
    private let question = Element("query", "urn:example")

    @Test("Silence makes it ask, and no answer ends the stream")
    func silence() async throws {
        let juliet = try SessionHarness()
        await juliet.clock.alarm(at: .seconds(120))
        juliet.clock.advance(by: .seconds(120))
        #expect(await juliet.stream.next()?.name.local == "r")
        await juliet.clock.alarm(at: .seconds(140))
        juliet.clock.advance(by: .seconds(20))
        guard case .lost(let problem) = await juliet.end.value else {
            Issue.record("still alive")
            return
        }
        #expect(problem.code == "no-answer")
        #expect(await juliet.stream.isAbandoned)
        #expect(await juliet.session.resumption != nil)
    }

    @Test("Without Stream Management it pings")
    func silenceUnmanaged() async throws {
        let juliet = try SessionHarness(grant: nil)
        await juliet.clock.alarm(at: .seconds(120))
        juliet.clock.advance(by: .seconds(120))
        #expect(await juliet.stream.next()?.child("ping", .ping) != nil)
    }

    @Test("Something sent and not acknowledged for 30 s ends the stream")
    func noAcknowledgement() async throws {
        let juliet = try SessionHarness()
        try await juliet.session.send(Element("presence", .client))
        _ = await juliet.stream.next()
        await juliet.clock.alarm(at: .seconds(30))
        juliet.clock.advance(by: .seconds(30))
        guard case .lost(let problem) = await juliet.end.value else {
            Issue.record("still alive")
            return
        }
        #expect(problem.code == "no-answer")
    }

    @Test("After an acknowledgement it does not wake before silence is due")
    func acknowledged() async throws {
        let juliet = try SessionHarness()
        try await juliet.session.send(Element("presence", .client))
        _ = await juliet.stream.next()
        await juliet.clock.alarm(at: .seconds(30))
        juliet.clock.advance(by: .seconds(5))
        try await juliet.stream.deliver("<a xmlns='urn:xmpp:sm:3' h='1'/>")
        await juliet.clock.alarm(at: .seconds(125))
    }

    @Test("While the store fails, the server's silence is no reason to give it up")
    func stalled() async throws {
        let juliet = try SessionHarness()
        try await juliet.session.send(Element("presence", .client))
        _ = await juliet.stream.next()
        juliet.delegate.failCommits(7)
        try await juliet.stream.deliver("<presence from='nurse@example.com/x'/>")
        for (failures, wait) in [(1, 1), (2, 2), (3, 4), (4, 8), (5, 16), (6, 32), (7, 60)] {
            await juliet.delegate.commitsFailed(failures)
            let due = juliet.clock.now + .seconds(wait)
            while juliet.clock.now < due {
                let next = await juliet.clock.nextAlarm()
                juliet.clock.advance(by: min(next, due) - juliet.clock.now)
            }
        }
        #expect(await juliet.delegate.nextBatch().resumption?.handled == 1)
        #expect(await !juliet.stream.isAbandoned)
    }

    @Test("Acknowledgements without Stream Management mean nothing")
    func unmanagedNonza() async throws {
        let juliet = try SessionHarness(grant: nil)
        try await juliet.stream.deliver("<a xmlns='urn:xmpp:sm:3' h='9'/><r xmlns='urn:xmpp:sm:3'/>")
        #expect(await juliet.delegate.refused(2).map(\.code) == ["element-unknown", "element-unknown"])
        #expect(await juliet.session.resumption == nil)
        #expect(await juliet.stream.unread.isEmpty)
    }

    @Test("A quiet session has one alarm")
    func oneAlarm() async throws {
        let juliet = try SessionHarness()
        await juliet.clock.alarm(at: .seconds(120))
        try await juliet.stream.deliver("<presence from='nurse@example.com/x'/>")
        _ = await juliet.delegate.nextBatch()
        #expect(juliet.clock.alarms == [.seconds(120)])
    }

    @Test("An answer comes to whom asked, once it is committed")
    func request() async throws {
        let juliet = try SessionHarness()
        let romeo = try JID("romeo@example.net/orchard")
        async let answer = juliet.session.request(question, .get, to: romeo)
        let iq = try #require(await juliet.stream.next())
        #expect(iq[attribute: "to"] == "romeo@example.net/orchard")
        let id = try #require(iq[attribute: "id"])
        try await juliet.stream.deliver(
            """
            <iq type='result' id='\(id)' from='evil@example.org'><query xmlns='urn:example'>forged</query></iq>
            <message type='result' id='\(id)' from='romeo@example.net/orchard'/>
            <iq type='result' id='\(id)' from='romeo@example.net/orchard'><query xmlns='urn:example'>true</query></iq>
            <iq type='result' id='\(id)' from='romeo@example.net/orchard'><query xmlns='urn:example'>late</query></iq>
            """)
        #expect(try await answer?.text == "true")
        #expect(await juliet.delegate.nextBatch().resumption?.handled == 4)
        #expect(await juliet.delegate.refused(2).map(\.code) == ["answer-foreign", "answer-unexpected"])
    }

    @Test("An error comes as such")
    func requestRefused() async throws {
        let juliet = try SessionHarness()
        let answer = Task { try await juliet.session.request(question, .get) }
        let id = try #require(await juliet.stream.next()?[attribute: "id"])
        try await juliet.stream.deliver(
            """
            <iq type='error' id='\(id)'><error type='cancel'>
            <item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
            """)
        #expect(await answer.result.failure == .refused(.itemNotFound))
    }

    @Test("A request without an answer runs out of time, and its late answer is refused")
    func requestTimesOut() async throws {
        let juliet = try SessionHarness()
        let answer = Task { try await juliet.session.request(question, .get, to: nil, timeout: .seconds(10)) }
        let id = try #require(await juliet.stream.next()?[attribute: "id"])
        await juliet.clock.alarm(at: .seconds(10))
        juliet.clock.advance(by: .seconds(10))
        #expect(await answer.result.failure == .timedOut)
        try await juliet.stream.deliver("<iq type='result' id='\(id)'/>")
        #expect(await juliet.delegate.refused().map(\.code) == ["answer-unexpected"])
    }

    @Test("A request survives a resumption")
    func requestOverResumption() async throws {
        let juliet = try SessionHarness()
        async let answer = juliet.session.request(question, .get)
        let id = try #require(await juliet.stream.next()?[attribute: "id"])
        await juliet.stream.breakOff()
        _ = await juliet.end.value
        let again = juliet.resume(handledByServer: 0)
        #expect(await again.stream.next()?[attribute: "id"] == id)
        try await again.stream.deliver("<iq type='result' id='\(id)'/>")
        #expect(try await answer == nil)
        await juliet.session.abandon()
        _ = await again.end.value
    }

    @Test("A request fails when the session dissolves, and when its task is cancelled")
    func requestFails() async throws {
        let juliet = try SessionHarness()
        let first = Task { try await juliet.session.request(question, .get) }
        let second = Task { try await juliet.session.request(question, .get) }
        var seen = 0
        while seen < 2 { if await juliet.stream.next()?.name.local == "iq" { seen += 1 } }
        second.cancel()
        #expect(await second.result.failure == .cancelled)
        await juliet.stream.breakOff()
        _ = await juliet.end.value
        _ = await juliet.session.dissolve()
        #expect(await first.result.failure == .disconnected)
    }

    @Test("The server hears whether somebody looks, when it wants to, and again after a resumption")
    func attention() async throws {
        let juliet = try SessionHarness(features: [Element("csi", .clientState)])
        await juliet.session.setAttention(.inactive)
        #expect(await juliet.stream.next()?.name == Name("inactive", .clientState))
        await juliet.stream.breakOff()
        _ = await juliet.end.value
        let again = juliet.resume(handledByServer: 0)
        #expect(await again.stream.next()?.name == Name("inactive", .clientState))
        await juliet.session.setAttention(.active)
        #expect(await again.stream.next()?.name == Name("active", .clientState))
        await juliet.session.abandon()
        _ = await again.end.value
    }

    @Test("A server that does not want to know hears nothing")
    func attentionUnwanted() async throws {
        let juliet = try SessionHarness()
        await juliet.session.setAttention(.inactive)
        try await juliet.session.send(Element("presence", .client))
        #expect(await juliet.stream.next()?.name.local == "presence")
    }
}

extension Result where Success == Element? {
    /// Why a request got no result; `nil` when it got one.
    var failure: RequestFailure? {
        guard case .failure(let error) = self else { return nil }
        return error as? RequestFailure
    }
}
