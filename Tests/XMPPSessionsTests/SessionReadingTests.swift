import TestSupport
import Testing
import XMLStreams
import XMPPSessions
import XMPPStanzas

@Suite("A session reads", .timeLimit(.minutes(1)))
struct SessionReadingTests {
    @Test("All of one read is one batch, and acknowledged only behind it")
    func batch() async throws {
        let juliet = try SessionHarness()
        try await juliet.stream.deliver(
            """
            <message from='romeo@example.net/orchard' type='chat'><body>one</body></message>
            <presence from='nurse@example.com/chamber'/>
            <message from='nurse@example.com' type='chat'><body>two</body></message>
            <r xmlns='urn:xmpp:sm:3'/>
            """)
        let batch = await juliet.delegate.nextBatch()
        #expect(batch.products.map(\.summary) == ["stranger: one", "presence of contact", "contact: two"])
        #expect(batch.resumption == Resumption(id: "sm-1", handled: 3))
        #expect(await juliet.stream.next()?.canonical == "<a xmlns=\"urn:xmpp:sm:3\" h=\"3\"></>")
        await juliet.session.abandon()
        #expect(await juliet.end.value == .lost(ScriptedStream.broken))
    }

    @Test("A commit that fails is tried again with the same batch, and nothing is acknowledged meanwhile")
    func commitFailure() async throws {
        let juliet = try SessionHarness()
        juliet.delegate.failCommits(3)
        try await juliet.stream.deliver(
            "<message from='nurse@example.com'><body>one</body></message><r xmlns='urn:xmpp:sm:3'/>")
        for (failures, wait) in [(1, 1), (2, 2), (3, 4)] {
            await juliet.delegate.commitsFailed(failures)
            #expect(await juliet.session.resumption?.handled == 0)
            await juliet.clock.alarm(at: juliet.clock.now + .seconds(wait))
            juliet.clock.advance(by: .seconds(wait))
        }
        let batch = await juliet.delegate.nextBatch()
        #expect(batch.products.map(\.summary) == ["contact: one"])
        #expect(await juliet.stream.next()?[attribute: "h"] == "1")
        #expect(juliet.delegate.waits == [.seconds(1), .seconds(2), .seconds(4)])
        #expect(juliet.delegate.recoveries == 1)
    }

    @Test("What could not be committed before the stream broke comes again")
    func commitFailureAndBreak() async throws {
        let juliet = try SessionHarness()
        juliet.delegate.failCommits(1)
        try await juliet.stream.deliver("<message from='nurse@example.com'><body>one</body></message>")
        await juliet.delegate.commitsFailed(1)
        // The reader does not wait for its next try once the connection is dropped.
        await juliet.session.abandon()
        guard case .lost(let problem) = await juliet.end.value else {
            Issue.record("not lost")
            return
        }
        #expect(problem.code == "connection-dropped")
        #expect(juliet.delegate.batches.isEmpty)
        #expect(await juliet.session.resumption?.handled == 0)
        let again = juliet.resume(handledByServer: 0)
        try await again.stream.deliver("<message from='nurse@example.com'><body>one</body></message>")
        #expect(await juliet.delegate.nextBatch().resumption?.handled == 1)
        await juliet.session.abandon()
        _ = await again.end.value
    }

    @Test("Stanzas that came before counting began are handled and not counted")
    func uncounted() async throws {
        let stream = ScriptedStream()
        let juliet = try SessionHarness()
        await juliet.stream.breakOff()
        _ = await juliet.end.value
        var outcome = SessionHarness.outcome(stream, .resumed(handled: 0))
        outcome.uncounted = try stanzas(
            in: Array("<message from='nurse@example.com'><body>early</body></message>".utf8))
        let end = Task { [outcome] in await juliet.session.run(over: outcome) }
        let batch = await juliet.delegate.nextBatch()
        #expect(batch.products.map(\.summary) == ["contact: early"])
        #expect(batch.resumption?.handled == 0)
        await juliet.session.abandon()
        _ = await end.value
    }

    struct Malformed: Sendable, CustomTestStringConvertible {
        let xml: String
        let code: String
        var testDescription: String { xml }
    }

    @Test(
        "Malformed stanzas are counted for the server, refused, and not delivered",
        arguments: [
            Malformed(xml: "<message from='a@b@c'><body>x</body></message>", code: "address-malformed"),
            Malformed(xml: "<presence from='nurse@example.com' type='blue'/>", code: "type-unknown"),
            Malformed(xml: "<iq from='nurse@example.com' type='get'/>", code: "id-missing"),
            Malformed(xml: "<iq type='result' id='x'/>", code: "answer-unexpected"),
        ])
    func malformed(row: Malformed) async throws {
        let juliet = try SessionHarness()
        try await juliet.stream.deliver(row.xml)
        let batch = await juliet.delegate.nextBatch()
        #expect(batch.products.isEmpty)
        #expect(batch.resumption?.handled == 1)
        #expect(await juliet.delegate.refused().map(\.code) == [row.code])
    }

    @Test("An element that is no stanza is refused and not counted")
    func unknownElement() async throws {
        let juliet = try SessionHarness()
        try await juliet.stream.deliver("<what xmlns='urn:example'/><presence from='nurse@example.com/x'/>")
        #expect(await juliet.delegate.nextBatch().resumption?.handled == 1)
        #expect(juliet.delegate.refusals.map(\.code) == ["element-unknown"])
        #expect(await juliet.session.refusals.snapshot.map(\.count) == [1])
    }

    @Test("A server that acknowledges too much hears why, and the session is over")
    func tooMuchAcknowledged() async throws {
        let juliet = try SessionHarness()
        try await juliet.stream.deliver("<a xmlns='urn:xmpp:sm:3' h='1'/>")
        let error = try #require(await juliet.stream.next())
        #expect(error.child("handled-count-too-high", .streamManagement)?[attribute: "h"] == "1")
        guard case .lost(let problem) = await juliet.end.value else {
            Issue.record("the session went on")
            return
        }
        #expect(problem.code == "handled-count-too-high")
        #expect(problem.section == "XEP-0198 §6")
        #expect(await juliet.session.resumption == nil)
        #expect(await juliet.stream.isClosed)
    }

    @Test("A stream that the server closes in order cannot be resumed (XEP-0198 §7)")
    func closedByServer() async throws {
        let juliet = try SessionHarness()
        await juliet.stream.closeByServer()
        guard case .lost(let problem) = await juliet.end.value else {
            Issue.record("not lost")
            return
        }
        #expect(problem.code == "closed-by-server")
        #expect(await juliet.session.resumption == nil)
    }
}

extension SessionProduct {
    /// What a test compares.
    var summary: String {
        switch self {
        case .message(let message): "\(message.authority.word): \(message.stanza.bodies.first?.text ?? "–")"
        case .presence(let presence): "presence of \(presence.authority.word)"
        case .product(let product, let authority): "\(type(of: product)) from \(authority.word)"
        }
    }
}

extension Authority {
    var word: String {
        switch self {
        case .ownAccount: "account"
        case .ownServer: "server"
        case .ownDevice: "device"
        case .room: "room"
        case .contact: "contact"
        case .stranger: "stranger"
        }
    }
}
