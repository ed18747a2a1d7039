import Foundation
import SASLMechanisms
import TestSupport
import Testing
import XMPPSessions

@testable import XMPPTransport

/// Servers, or whoever stands in front of them, that break the rules of a login.
struct HostileLoginTests {
    private let authority: TestAuthority
    private let identity: TestIdentity

    init() throws {
        authority = try TestAuthority()
        identity = try authority.issue(domain: "example.org")
    }

    /// Runs the script and gives the problem with what was heard; secrets must not be among it.
    private func run(
        _ connector: NIOStreamConnector = patient, change: (inout LoginRequest) -> Void = { _ in },
        _ script: @escaping HostileServer.Script
    ) async throws -> (code: String?, heard: Transcript) {
        let server = try HostileServer(script)
        let failure = await problem(connector, try request(server.port, authority: authority, change: change))
        let transcript = await server.transcript()
        #expect(!transcript.contains(anyOf: secrets))
        return (failure?.code, transcript)
    }

    // MARK: STARTTLS

    @Test("Stripped STARTTLS ends the login, and nothing but a header was said")
    func stripped() async throws {
        let (code, heard) = try await run { conversation in
            try conversation.expectHeader()
            try conversation.send(ServerPhrases.header() + ServerPhrases.features(ServerPhrases.mechanisms("PLAIN")))
        }
        #expect(code == "starttls-missing")
        #expect(!heard.text.contains("juliet"))
        #expect(!heard.text.contains("<auth"))
    }

    @Test("Refused STARTTLS ends the login")
    func refusedTLS() async throws {
        let (code, heard) = try await run { conversation in
            try conversation.expectHeader()
            try conversation.send(ServerPhrases.header() + ServerPhrases.startTLS)
            try conversation.expectTag("<starttls")
            try conversation.send("<failure xmlns='urn:ietf:params:xml:ns:xmpp-tls'/></stream:stream>")
        }
        #expect(code == "starttls-refused")
        #expect(!heard.text.contains("<auth"))
    }

    @Test(
        "Bytes behind <proceed/> end the login (RFC 6120 §5.4.3.3)",
        arguments: [
            "<stream:features><mechanisms xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/></stream:features>", " ", "<", "x",
            ServerPhrases.header(),
        ])
    func glued(bytes: String) async throws {
        let (code, heard) = try await run { conversation in
            try conversation.expectHeader()
            try conversation.send(ServerPhrases.header() + ServerPhrases.startTLS)
            try conversation.expectTag("<starttls")
            try conversation.send(ServerPhrases.proceed + bytes)
        }
        #expect(code == "bytes-before-tls")
        #expect(!heard.text.contains("<auth"))
    }

    @Test("Bytes that come between <proceed/> and TLS break the handshake")
    func between() async throws {
        let (code, _) = try await run { conversation in
            try conversation.expectHeader()
            try conversation.send(ServerPhrases.header() + ServerPhrases.startTLS)
            try conversation.expectTag("<starttls")
            try conversation.send(ServerPhrases.proceed)
            try conversation.expect("\u{1}")
            try conversation.send("<stream:features/>")
        }
        #expect(code == "tls-failed")
    }

    @Test(
        "SASL before TLS, or success out of nowhere, ends the login",
        arguments: [
            ServerPhrases.success(""), "<message/>", ServerPhrases.challenge(""), ServerPhrases.proceed,
        ])
    func early(stanza: String) async throws {
        let (code, _) = try await run { conversation in
            try conversation.expectHeader()
            try conversation.send(ServerPhrases.header() + stanza)
        }
        #expect(code == "login-out-of-order")
    }

    @Test("Features from before TLS are forgotten")
    func forgotten() async throws {
        let identity = identity
        let (code, _) = try await run { conversation in
            try conversation.expectHeader()
            try conversation.send(
                ServerPhrases.header()
                    + ServerPhrases.features(
                        "<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>" + ServerPhrases.mechanisms("PLAIN")))
            try conversation.expectTag("<starttls")
            try conversation.send(ServerPhrases.proceed)
            try conversation.startTLS(identity)
            try conversation.expectHeader()
            try conversation.send(ServerPhrases.header() + ServerPhrases.features(""))
        }
        #expect(code == "sasl-missing")
    }

    // MARK: Headers

    @Test(
        "Wrong stream headers end the login",
        arguments: [
            ("<stream:stream \(ServerPhrases.namespaces) from='example.org'>", "server-too-old"),
            ("<stream:stream \(ServerPhrases.namespaces) version='2.0'>", "xml-unsupported-version"),
            ("<stream:stream \(ServerPhrases.namespaces) from='evil.example' version='1.0'>", "other-domain"),
            (
                "<stream:stream xmlns='jabber:server' xmlns:stream='http://etherx.jabber.org/streams' version='1.0'>",
                "xml-invalid-namespace"
            ),
            ("<html xmlns='jabber:client'>", "xml-bad-format"),
        ])
    func headers(header: String, code: String) async throws {
        let (found, _) = try await run { conversation in
            try conversation.expectHeader()
            try conversation.send(header)
        }
        #expect(found == code)
    }

    // MARK: SASL

    /// A server that is good up to its features.
    private func afterTLS(
        _ features: String, change: (inout LoginRequest) -> Void = { _ in }, _ rest: @escaping HostileServer.Script
    ) async throws -> (code: String?, heard: Transcript) {
        let identity = identity
        return try await run(change: change) { conversation in
            try conversation.secure(identity)
            try conversation.send(ServerPhrases.features(features))
            try rest(conversation)
        }
    }

    @Test("PLAIN is not used once SCRAM was")
    func plainAfterSCRAM() async throws {
        let (code, heard) = try await afterTLS(ServerPhrases.mechanisms("PLAIN")) {
            $0.pin = .init(text: "SCRAM-SHA-256") ?? .none
        } _: {
            $0.stall()
        }
        #expect(code == "sasl-downgrade")
        #expect(!heard.text.contains("<auth"))
    }

    @Test("A lost channel binding is a downgrade")
    func lostBinding() async throws {
        let (code, heard) = try await afterTLS(ServerPhrases.mechanisms("SCRAM-SHA-256")) {
            $0.pin = .init(text: "SCRAM-SHA-256-PLUS tls-exporter") ?? .none
        } _: {
            $0.stall()
        }
        #expect(code == "sasl-downgrade")
        #expect(!heard.text.contains("<auth"))
    }

    @Test("No weaker mechanism is tried after a failure")
    func noSecondTry() async throws {
        let (code, heard) = try await afterTLS(ServerPhrases.mechanisms("SCRAM-SHA-256", "SCRAM-SHA-1", "PLAIN")) {
            try $0.expect("</auth>")
            try $0.send(ServerPhrases.failure("not-authorized"))
        }
        #expect(code == "sasl-not-authorized")
        #expect(heard.text.components(separatedBy: "<auth").count == 2)
    }

    @Test("Success without the server's signature is a failure", arguments: ["", "=", "dj1BQUFB"])
    func unsigned(data: String) async throws {
        let (code, heard) = try await afterTLS(ServerPhrases.mechanisms("SCRAM-SHA-256")) { conversation in
            var scram = ScriptedSCRAM(password: password)
            let first = ScriptedSCRAM.content(try conversation.expect("</auth>"))
            try conversation.send(ServerPhrases.challenge(scram.challenge(to: first)))
            try conversation.expect("</response>")
            try conversation.send(ServerPhrases.success(data))
        }
        #expect(code == "sasl-server-not-verified")
        #expect(!heard.text.contains("<iq"))
    }

    @Test("Success before any proof is a failure")
    func earlySuccess() async throws {
        let (code, _) = try await afterTLS(ServerPhrases.mechanisms("SCRAM-SHA-256")) { conversation in
            try conversation.expect("</auth>")
            try conversation.send(ServerPhrases.success(""))
        }
        #expect(code == "sasl-server-not-verified")
    }

    @Test(
        "Broken base64 and broken messages end the login",
        arguments: [
            ("***", "sasl-malformed-message"), ("QUJD", "sasl-malformed-message"), ("", "sasl-malformed-message"),
            ("QQ=", "sasl-malformed-message"),
        ])
    func brokenChallenge(text: String, code: String) async throws {
        let (found, heard) = try await afterTLS(ServerPhrases.mechanisms("SCRAM-SHA-256")) { conversation in
            try conversation.expect("</auth>")
            try conversation.send(ServerPhrases.challenge(text))
        }
        #expect(found == code)
        #expect(!heard.text.contains("<response"))
    }

    @Test(
        "Bent SCRAM messages end the login before our proof",
        arguments: [
            (",h=AAAA", nil, "sasl-list-tampered"), (",t=0303", nil, "sasl-tls-version-mismatch"),
            ("", "other-nonce", "sasl-nonce-mismatch"),
        ] as [(String, String?, String)])
    func bentChallenge(extra: String, nonce: String?, code: String) async throws {
        let (found, heard) = try await afterTLS(ServerPhrases.mechanisms("SCRAM-SHA-256")) { conversation in
            var scram = ScriptedSCRAM(password: password)
            let first = ScriptedSCRAM.content(try conversation.expect("</auth>"))
            try conversation.send(ServerPhrases.challenge(scram.challenge(to: first, extra: extra, nonce: nonce)))
        }
        #expect(found == code)
        #expect(!heard.text.contains("<response"))
    }

    @Test(
        "An iteration count that would burn the processor is refused", arguments: [1, 4_095, 1_000_001, 2_000_000_000])
    func iterations(count: Int) async throws {
        let (code, heard) = try await afterTLS(ServerPhrases.mechanisms("SCRAM-SHA-256")) { conversation in
            var scram = ScriptedSCRAM(password: password, iterations: count)
            let first = ScriptedSCRAM.content(try conversation.expect("</auth>"))
            try conversation.send(ServerPhrases.challenge(scram.challenge(to: first)))
        }
        #expect(code == "sasl-iterations-out-of-range")
        #expect(!heard.text.contains("<response"))
    }

    @Test(
        "Two successes, or anything behind one, end the login",
        arguments: [
            ServerPhrases.success(""), "<stream:features/>", "x",
        ])
    func twice(more: String) async throws {
        let (code, heard) = try await afterTLS(ServerPhrases.mechanisms("SCRAM-SHA-256")) { conversation in
            var scram = ScriptedSCRAM(password: password)
            let first = ScriptedSCRAM.content(try conversation.expect("</auth>"))
            try conversation.send(ServerPhrases.challenge(scram.challenge(to: first)))
            let final = ScriptedSCRAM.content(try conversation.expect("</response>"))
            try conversation.send(ServerPhrases.success(try scram.success(to: final) ?? "") + more)
        }
        #expect(code == "bytes-before-restart")
        #expect(!heard.text.contains("<iq"))
    }

    @Test("Two answers to one request to bind end the login")
    func boundTwice() async throws {
        let identity = identity
        let (code, _) = try await run { conversation in
            try conversation.secure(identity)
            try conversation.authenticate(password: password)
            try conversation.send(ServerPhrases.features(ServerPhrases.bind + ServerPhrases.management))
            let request = try conversation.expect("</iq>")
            let id = request.components(separatedBy: "id='").last?.components(separatedBy: "'").first ?? ""
            let answer =
                "<iq type='result' id='\(id)'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'>"
                + "<jid>\(juliet)/x</jid></bind></iq>"
            try conversation.send(answer + "<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>")
        }
        #expect(code == "login-out-of-order")
    }

    @Test(
        "A session for somebody else is refused",
        arguments: ["romeo@example.org/x", "juliet@evil.example/x", "juliet@example.org", "@/"])
    func otherAddress(jid: String) async throws {
        let identity = identity
        let (code, _) = try await run { conversation in
            try conversation.secure(identity)
            try conversation.authenticate(password: password)
            try conversation.send(ServerPhrases.features(ServerPhrases.bind))
            try conversation.answerBind(jid)
        }
        #expect(code == "bound-to-other-address")
    }

    // MARK: Redirects

    @Test("Before TLS nobody sends us elsewhere")
    func earlyRedirect() async throws {
        let (code, _) = try await run { conversation in
            try conversation.expectHeader()
            try conversation.send(
                ServerPhrases.header() + ServerPhrases.streamError("see-other-host", "evil.example:5222"))
        }
        #expect(code == "redirect-without-tls")
    }

    @Test("Hosts that send us round and round are left after three hops")
    func circle() async throws {
        let identity = identity
        let ports = PortBox()
        let server = try HostileServer { conversation in
            try conversation.secure(identity)
            try conversation.send(ServerPhrases.streamError("see-other-host", "127.0.0.1:\(ports.port)"))
        }
        ports.port = server.port
        let failure = await problem(patient, try request(server.port, authority: authority))
        #expect(failure?.code == "too-many-redirects")
        for index in 0...3 { #expect(await !server.transcript(index).text.contains("<auth")) }
        #expect(server.ended == 4)
    }

    @Test("A redirect that cannot be read is refused")
    func brokenRedirect() async throws {
        let identity = identity
        let (code, _) = try await run { conversation in
            try conversation.secure(identity)
            try conversation.send(ServerPhrases.streamError("see-other-host", "a b:c"))
        }
        #expect(code == "redirect-malformed")
    }

    @Test("After a redirect the certificate is still that of the account's domain")
    func redirectCertificate() async throws {
        let identity = identity
        let foreign = try authority.issue(domain: "evil.example")
        let evil = try HostileServer { conversation in
            try conversation.expectHeader()
            try conversation.send(ServerPhrases.header() + ServerPhrases.startTLS)
            try conversation.expectTag("<starttls")
            try conversation.send(ServerPhrases.proceed)
            try conversation.startTLS(foreign)
        }
        let port = evil.port
        let (code, _) = try await run { conversation in
            try conversation.secure(identity)
            try conversation.send(ServerPhrases.streamError("see-other-host", "127.0.0.1:\(port)"))
        }
        #expect(code == "certificate-name-mismatch")
        #expect(await !evil.transcript().contains(anyOf: secrets + ["<auth"]))
    }
}

/// A port that is known only after the script that names it.
final class PortBox: @unchecked Sendable {
    // Written once before the first connection.
    var port: UInt16 = 0
}
