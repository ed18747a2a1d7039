import TestSupport
import Testing
import XMPPAddresses
import XMPPExtensions
import XMPPSessions

@Suite("Ping", .timeLimit(.minutes(1)))
struct PingTests {
    private static let unavailable = "<service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>"

    @Test(
        "A ping is answered by anybody who is there",
        arguments: [
            (nil, "<iq type='result' id='id-1'/>", true),
            (nil, "<iq type='error' id='id-1'><error type='cancel'>\(unavailable)</error></iq>", true),
            (
                "nurse@example.com/x",
                "<iq type='error' id='id-1' from='nurse@example.com/x'><error type='cancel'>\(unavailable)</error></iq>",
                false
            ),
            (
                "example.net",
                """
                <iq type='error' id='id-1' from='example.net'><error type='cancel'>
                <remote-server-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>
                """, false
            ),
        ] as [(String?, String, Bool)])
    func ping(to: String?, answer: String, isAlive: Bool) async throws {
        let juliet = try SessionHarness()
        let jid = try to.map { try JID($0) }
        let pong = Task { try await juliet.session.ping(jid) }
        _ = await juliet.stream.next()
        try await juliet.stream.deliver(answer)
        let result = await pong.result
        #expect(((try? result.get()) != nil) == isAlive)
    }
}
