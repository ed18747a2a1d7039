import TestSupport
import Testing
import XMLStreams
import XMPPSessions
import XMPPStanzas

@Suite("A session over bytes", .timeLimit(.minutes(1)))
struct SessionLoopbackTests {
    @Test("What is written at one end is read at the other, and acknowledged")
    func bothWays() async throws {
        let (client, server) = await LoopbackStream.pair()
        let juliet = try SessionHarness()
        await juliet.stream.breakOff()
        _ = await juliet.end.value
        let outcome = SessionHarness.outcome(client, .resumed(handled: 0))
        let end = Task { await juliet.session.run(over: outcome) }

        let text = "<&>\"'\u{7} Ω 🌒 ]]>"
        let message = Message(type: .chat, bodies: LanguageMap(text, language: "el"))
        try await juliet.session.send(message.element, token: "1")
        var arrived: [Element] = []
        while arrived.count < 2 { arrived += try await server.receive() ?? [] }
        let read = try Message(arrived[0])
        #expect(read.bodies["el"] == "<&>\"'\u{FFFD} Ω 🌒 ]]>")
        #expect(arrived[1] == Element("r", .streamManagement))

        try await server.send([Element("a", .streamManagement, ["h": "1"]), message.element])
        let batch = await juliet.delegate.nextBatch()
        #expect(batch.acknowledged == ["1"])
        #expect(batch.products.map(\.summary) == ["account: <&>\"'\u{FFFD} Ω 🌒 ]]>"])
        await server.close(patience: .zero)
        guard case .lost(let problem) = await end.value else {
            Issue.record("not lost")
            return
        }
        #expect(problem.code == "closed-by-server")
    }
}
