import TestSupport
import Testing
import XMLStreams
import XMPPSessions
import XMPPStanzas

@Suite("A session writes", .timeLimit(.minutes(1)))
struct SessionWritingTests {
    private func message(_ text: String) -> Element {
        Message(type: .chat, bodies: LanguageMap(text)).element
    }

    private func body(_ element: Element?) -> String? { element?.child("body", .client)?.text }

    @Test("Places are stored before stanzas are written, and one question follows them")
    func order() async throws {
        let juliet = try SessionHarness()
        try await juliet.session.send(Element("presence", .client))
        try await juliet.session.send(message("one"), token: "1")
        #expect(await juliet.stream.next()?.name.local == "presence")
        var next = await juliet.stream.next()
        if next?.name.local == "r" { next = await juliet.stream.next() }
        #expect(body(next) == "one")
        #expect(juliet.delegate.reservations == [[Reservation(token: "1", number: 2)]])
    }

    @Test("An acknowledgement tells the tokens in the next batch")
    func acknowledgement() async throws {
        let juliet = try SessionHarness()
        try await juliet.session.send(message("one"), token: "1")
        #expect(body(await juliet.stream.next()) == "one")
        #expect(await juliet.stream.next()?.name.local == "r")
        try await juliet.stream.deliver("<a xmlns='urn:xmpp:sm:3' h='1'/>")
        let batch = await juliet.delegate.nextBatch()
        #expect(batch.acknowledged == ["1"])
        #expect(await juliet.session.unacknowledged == 0)
    }

    @Test("An acknowledgement that comes while something is being written leaves no stanza without a question")
    func acknowledgementWhileWriting() async throws {
        let juliet = try SessionHarness()
        try await juliet.session.send(message("one"), token: "1")
        #expect(body(await juliet.stream.next()) == "one")
        #expect(await juliet.stream.next()?.name.local == "r")
        await juliet.stream.hold()
        try await juliet.session.send(message("two"), token: "2")
        while juliet.delegate.reservations.count < 2 { await Task.yield() }
        try await juliet.stream.deliver("<a xmlns='urn:xmpp:sm:3' h='1'/>")
        #expect(await juliet.delegate.nextBatch().acknowledged == ["1"])
        await juliet.stream.release()
        #expect(body(await juliet.stream.next()) == "two")
        #expect(await juliet.stream.next()?.name.local == "r")
    }

    @Test("Without Stream Management the answer to a ping acknowledges")
    func unmanaged() async throws {
        let juliet = try SessionHarness(grant: nil)
        try await juliet.session.send(message("one"), token: "1")
        #expect(body(await juliet.stream.next()) == "one")
        let ping = try #require(await juliet.stream.next())
        #expect(ping.child("ping", .ping) != nil)
        #expect(juliet.delegate.reservations == [[Reservation(token: "1", number: nil)]])
        try await juliet.stream.deliver(
            "<iq type='error' id='id-1' from='juliet@example.com'><error type='cancel'/></iq>")
        var batch = await juliet.delegate.nextBatch()
        if batch.acknowledged.isEmpty { batch = await juliet.delegate.nextBatch() }
        #expect(batch.acknowledged == ["1"])
        #expect(batch.resumption == nil)
    }

    @Test("What cannot be stored is not written, the rest is")
    func reserveFailure() async throws {
        let juliet = try SessionHarness()
        juliet.delegate.failReservations(1)
        try await juliet.session.send(message("lost"), token: "1")
        try await juliet.session.send(message("plain"))
        #expect(body(await juliet.stream.next()) == "plain")
        try await juliet.session.send(message("two"), token: "2")
        var next = await juliet.stream.next()
        if next?.name.local == "r" { next = await juliet.stream.next() }
        #expect(body(next) == "two")
        #expect(juliet.delegate.reservations == [[Reservation(token: "2", number: 2)]])
    }

    @Test("What the server has not handled is written again, first and once; what waited follows")
    func resumption() async throws {
        let juliet = try SessionHarness()
        for index in 1...3 { try await juliet.session.send(message("\(index)"), token: "\(index)") }
        var written = 0
        while written < 3 { if body(await juliet.stream.next()) != nil { written += 1 } }
        await juliet.stream.breakOff()
        #expect(await juliet.end.value == .lost(ScriptedStream.broken))
        try await juliet.session.send(message("4"), token: "4")

        let again = juliet.resume(handledByServer: 1)
        var bodies: [String] = []
        while bodies.count < 3 { if let text = body(await again.stream.next()) { bodies.append(text) } }
        #expect(bodies == ["2", "3", "4"])
        #expect(await juliet.delegate.nextBatch().acknowledged == ["1"])
        #expect(juliet.delegate.reservations.last == [Reservation(token: "4", number: 4)])
        try await again.stream.deliver("<a xmlns='urn:xmpp:sm:3' h='4'/>")
        #expect(await juliet.delegate.nextBatch().acknowledged == ["2", "3", "4"])
        await juliet.session.abandon()
        _ = await again.end.value
    }

    @Test("A refused resumption hands back what is in doubt and what was never written")
    func refusedResumption() async throws {
        let juliet = try SessionHarness()
        for index in 1...2 { try await juliet.session.send(message("\(index)"), token: "\(index)") }
        var written = 0
        while written < 2 { if body(await juliet.stream.next()) != nil { written += 1 } }
        await juliet.stream.breakOff()
        _ = await juliet.end.value
        try await juliet.session.send(message("3"), token: "3")
        let remains = await juliet.session.dissolve(handledByServer: 1)
        #expect(remains.acknowledged == ["1"])
        #expect(remains.doubtful == ["2"])
        #expect(remains.unsent == ["3"])
        let refused = await Task { try await juliet.session.send(message("4")) }.result
        #expect(throws: SessionOver()) { try refused.get() }
    }

    @Test("After a restart the server's count tells what arrived; the rest gets new places and is written")
    func restart() async throws {
        let outbox = [
            SessionOrigin.Reserved(number: 5, element: message("five"), token: "5"),
            SessionOrigin.Reserved(number: 3, element: message("three"), token: "3"),
            SessionOrigin.Reserved(number: 4, element: message("four"), token: "4"),
        ]
        let juliet = try SessionHarness(
            resuming: Resumption(id: "sm-1", handled: 7), handledByServer: 3, outbox: outbox)
        #expect(await juliet.delegate.nextBatch().acknowledged == ["3"])
        #expect(body(await juliet.stream.next()) == "four")
        #expect(body(await juliet.stream.next()) == "five")
        #expect(
            juliet.delegate.reservations == [[Reservation(token: "4", number: 4), Reservation(token: "5", number: 5)]])
        try await juliet.stream.deliver("<presence from='nurse@example.com/x'/><a xmlns='urn:xmpp:sm:3' h='5'/>")
        let batch = await juliet.delegate.nextBatch()
        #expect(batch.acknowledged == ["4", "5"])
        #expect(batch.resumption == Resumption(id: "sm-1", handled: 8))
    }

    @Test("A full line holds the sender back until there is room")
    func backPressure() async throws {
        var limits = SessionLimits()
        limits.unacknowledged = 2
        limits.line = 2
        let juliet = try SessionHarness(limits: limits)
        for index in 1...4 { try await juliet.session.send(message("\(index)")) }
        let fifth = Task { try await juliet.session.send(message("5")) }
        var bodies: [String] = []
        while bodies.count < 2 { if let text = body(await juliet.stream.next()) { bodies.append(text) } }
        #expect(await juliet.session.unacknowledged == 2)
        try await juliet.stream.deliver("<a xmlns='urn:xmpp:sm:3' h='2'/>")
        try await fifth.value
        while bodies.count < 4 { if let text = body(await juliet.stream.next()) { bodies.append(text) } }
        try await juliet.stream.deliver("<a xmlns='urn:xmpp:sm:3' h='4'/>")
        while bodies.count < 5 { if let text = body(await juliet.stream.next()) { bodies.append(text) } }
        #expect(bodies == ["1", "2", "3", "4", "5"])
    }

    @Test("Closing says unavailable, asks, acknowledges and closes")
    func closing() async throws {
        let juliet = try SessionHarness()
        try await juliet.stream.deliver("<presence from='nurse@example.com/x'/>")
        _ = await juliet.delegate.nextBatch()
        await juliet.session.close()
        #expect(await juliet.end.value == .closed)
        var written: [String] = []
        while let element = await juliet.stream.next() { written.append(element.name.local) }
        #expect(written == ["presence", "r", "a"])
        #expect(await juliet.stream.isClosed)
        #expect(await juliet.session.resumption == nil)
    }

    @Test("Closing works while a commit waits")
    func closingWhileStalled() async throws {
        let juliet = try SessionHarness()
        juliet.delegate.failCommits(1)
        try await juliet.stream.deliver("<message from='nurse@example.com'><body>one</body></message>")
        await juliet.delegate.commitsFailed(1)
        await juliet.clock.alarm(at: .seconds(1))
        await juliet.session.close()
        #expect(await juliet.end.value == .closed)
        #expect(await juliet.stream.next()?[attribute: "type"] == "unavailable")
        #expect(await juliet.stream.isClosed)
    }

    @Test("Nothing can be sent behind the end")
    func sendingWhileClosing() async throws {
        let juliet = try SessionHarness()
        await juliet.session.close()
        let refused = await Task { try await juliet.session.send(message("late")) }.result
        #expect(throws: SessionOver()) { try refused.get() }
        _ = await juliet.end.value
    }

    @Test("Cancelling the task drops the connection, so that the session can be resumed")
    func cancelling() async throws {
        let juliet = try SessionHarness()
        juliet.end.cancel()
        #expect(await juliet.end.value == .lost(ScriptedStream.broken))
        #expect(await juliet.session.resumption != nil)
        #expect(await juliet.stream.isAbandoned)
    }
}
