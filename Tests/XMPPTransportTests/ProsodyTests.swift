import Digests
import SASLMechanisms
import TestSupport
import Testing
import XMLStreams
import XMPPAddresses
import XMPPSessions

@testable import XMPPTransport

/// Against the real thing.
struct ProsodyTests {
    private static func server(_ modules: [String] = []) throws -> LocalServer {
        try LocalServer(users: ["romeo": "rose", "juliet": password], modules: modules)
    }

    private func request(
        _ server: LocalServer, _ tls: TLSMode, _ name: String = "juliet", _ secret: String = password
    ) throws -> LoginRequest {
        LoginRequest(
            account: try BareJID("\(name)@\(server.domain)"), credentials: Credentials(password: Secret(utf8: secret)),
            endpoint: Endpoint(
                host: "127.0.0.1", port: tls == .direct ? server.directPort : server.port, tls: tls,
                authorityFile: server.authorityFile),
            resource: "balcony", installation: "d4565fa7-4d72-4749-b3d3-740edbf87770")
    }

    @Test("A login binds, enables Stream Management, and stanzas flow", arguments: [TLSMode.direct, .starttls])
    func login(tls: TLSMode) async throws {
        let server = try Self.server()
        let connector = NIOStreamConnector()
        let outcome = try await connector.connect(request(server, tls))
        guard case .bound(let jid, let grant?) = outcome.binding else {
            Issue.record("not bound with Stream Management: \(outcome.binding)")
            return
        }
        #expect(jid.description == "juliet@saluton.test/balcony")
        #expect(grant.id != nil)
        #expect(outcome.security.mechanism == "SCRAM-SHA-256")
        #expect(outcome.security.tlsVersion == "TLSv1.3")
        #expect(outcome.security.tls == tls)
        #expect(outcome.pin.text == "SCRAM-SHA-256")
        #expect(outcome.keys?.derivation.hash == .sha256)

        let ping = Element("iq", .client, ["type": "get", "id": "p1"], children: [Element("ping", "urn:xmpp:ping")])
        try await outcome.stream.send([ping])
        let answer = try #require(try await outcome.stream.receive())
        #expect(answer.first?[attribute: "id"] == "p1")
        #expect(answer.first?[attribute: "type"] == "result")
        await outcome.stream.close(patience: .seconds(5))
        while try await outcome.stream.receive() != nil {}
        await connector.shutDown()
    }

    @Test("Messages reach another session in order")
    func messages() async throws {
        let server = try Self.server()
        let connector = NIOStreamConnector()
        let one = try await connector.connect(request(server, .direct, "romeo", "rose")).stream
        let two = try await connector.connect(request(server, .direct)).stream
        try await two.send([Element("presence", .client)])
        _ = try await two.receive()
        for start in stride(from: 0, to: 300, by: 100) {
            try await one.send(
                (start..<start + 100).map { number in
                    Element(
                        "message", .client, ["to": "juliet@saluton.test", "type": "chat"],
                        children: [
                            Element("body", .client, text: "\(number) <&> \u{1F339}")
                        ])
                })
        }
        var bodies: [String] = []
        while bodies.count < 300, let some = try await two.receive() {
            bodies += some.compactMap { $0.child("body", .client)?.text }
        }
        #expect(bodies == (0..<300).map { "\($0) <&> \u{1F339}" })
        await one.close(patience: .seconds(5))
        await two.close(patience: .seconds(5))
        await connector.shutDown()
    }

    @Test("A dropped stream is resumed, and a forgotten one is bound anew")
    func resumption() async throws {
        let server = try Self.server()
        let connector = NIOStreamConnector()
        let first = try await connector.connect(request(server, .direct))
        guard case .bound(_, let grant?) = first.binding, let id = grant.id else {
            Issue.record("no resumption offered")
            return
        }
        await first.stream.abandon()
        await #expect(throws: StreamProblem.abandoned) { try await first.stream.receive() }
        var again = try request(server, .direct)
        again.resumption = Resumption(id: id, handled: 0)
        let second = try await connector.connect(again)
        #expect(second.binding == .resumed(handled: 0))
        await second.stream.abandon()
        again.resumption = Resumption(id: "unknown", handled: 0)
        let third = try await connector.connect(again)
        #expect(third.refusedResumption)
        guard case .bound = third.binding else {
            Issue.record("not bound after a refused resumption")
            return
        }
        await third.stream.close(patience: .seconds(5))
        await connector.shutDown()
    }

    @Test("A wrong password is told as such")
    func wrongPassword() async throws {
        let server = try Self.server()
        let connector = NIOStreamConnector()
        let failure = await problem(connector, try request(server, .direct, "juliet", "wrong"))
        #expect(failure?.code == "sasl-not-authorized")
        #expect(failure?.remedy == .user)
        await connector.shutDown()
    }

    // Prosody 0.12.3 knows no inline Stream Management (mod_sasl2_sm wants a newer mod_smacks).
    @Test("SASL2 binds and gives a token in one step, and the token logs in and resumes")
    func sasl2() async throws {
        let server = try Self.server(["sasl2", "sasl2_bind2", "sasl2_fast"])
        let connector = NIOStreamConnector()
        var wish = try request(server, .direct)
        wish.inline = [Element("inactive", "urn:xmpp:csi:0"), Element("enable", "urn:example:unknown")]
        let first = try await connector.connect(wish)
        guard case .bound(let jid, let grant?) = first.binding, let id = grant.id else {
            Issue.record("not bound: \(first.binding)")
            return
        }
        #expect(jid.resource.hasPrefix("balcony"))
        #expect(first.enabledInline == ["urn:xmpp:csi:0"])
        let token = try #require(first.token)
        #expect(token.mechanism == "HT-SHA-256-NONE")
        #expect(token.expiry > 1_600_000_000_000_000)
        await first.stream.abandon()

        var again = try request(server, .direct)
        again.token = token
        again.resumption = Resumption(id: id, handled: 0)
        let second = try await connector.connect(again)
        #expect(second.security.mechanism == "HT-SHA-256-NONE")
        #expect(second.binding == .resumed(handled: 0))
        #expect(!second.refusedToken)
        await second.stream.close(patience: .seconds(5))

        again.token?.token = "forged"
        let third = try await connector.connect(again)
        #expect(third.refusedToken)
        #expect(third.refusedResumption)
        #expect(third.security.mechanism == "SCRAM-SHA-256")
        await third.stream.close(patience: .seconds(5))
        await connector.shutDown()
    }
}
