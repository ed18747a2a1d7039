import SASLMechanisms
import TestSupport
import Testing
import XMPPSessions

@testable import XMPPTransport

/// Certificates in real handshakes: nothing but the stream header before TLS may reach a server that fails.
struct CertificateTests {
    private static let service = "otherName:1.3.6.1.5.5.7.8.7;IA5:_xmpp-client.example.org"
    private static let xmpp = "otherName:1.3.6.1.5.5.7.8.5;UTF8:example.org"

    enum Issuer: Sendable { case trusted, foreign, forged, itself, expired }

    struct Bad: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var code: String
        var request = TestAuthority.Request(names: "DNS:example.org")
        var issuer = Issuer.trusted
    }

    static let bad: [Bad] = [
        Bad(
            testDescription: "expired", code: "certificate-expired",
            request: .init(names: "DNS:example.org", from: -7_200, until: -3_600)),
        Bad(
            testDescription: "not yet valid", code: "certificate-not-yet-valid",
            request: .init(names: "DNS:example.org", from: 3_600)),
        Bad(
            testDescription: "expired yesterday, for another domain", code: "certificate-expired",
            request: .init(names: "DNS:other.example", until: -1)),
        Bad(
            testDescription: "another domain", code: "certificate-name-mismatch",
            request: .init(names: "DNS:other.example")),
        Bad(
            testDescription: "a subdomain", code: "certificate-name-mismatch",
            request: .init(names: "DNS:xmpp.example.org")),
        Bad(
            testDescription: "the domain as common name only", code: "certificate-name-mismatch",
            request: .init(names: nil, commonName: "example.org")),
        Bad(
            testDescription: "a wildcard below", code: "certificate-name-mismatch",
            request: .init(names: "DNS:*.example.org")),
        Bad(
            testDescription: "a wildcard over the top", code: "certificate-name-mismatch",
            request: .init(names: "DNS:*.org")),
        Bad(
            testDescription: "the service of servers", code: "certificate-name-mismatch",
            request: .init(names: "otherName:1.3.6.1.5.5.7.8.7;IA5:_xmpp-server.example.org")),
        Bad(
            testDescription: "the address it was reached at", code: "certificate-name-mismatch",
            request: .init(names: "IP:127.0.0.1")),
        Bad(testDescription: "self-signed", code: "certificate-untrusted", issuer: .itself),
        Bad(testDescription: "an unknown authority", code: "certificate-untrusted", issuer: .foreign),
        Bad(
            testDescription: "another authority by the same name", code: "certificate-untrusted", issuer: .forged),
        Bad(testDescription: "an authority that has expired", code: "certificate-expired", issuer: .expired),
        Bad(
            testDescription: "for clients only", code: "certificate-invalid",
            request: .init(names: "DNS:example.org", usage: "clientAuth")),
        Bad(
            testDescription: "a short key", code: "certificate-weak",
            request: .init(names: "DNS:example.org", rsaBits: 1_024)),
    ]

    private func identity(_ request: TestAuthority.Request, _ issuer: Issuer) throws -> (TestAuthority, TestIdentity) {
        switch issuer {
        case .trusted:
            let authority = try TestAuthority()
            return (authority, try authority.issue(request))
        case .foreign: return (try TestAuthority(), try TestAuthority().issue(request))
        case .forged: return (try TestAuthority(name: "Ours"), try TestAuthority(name: "Ours").issue(request))
        case .itself:
            let authority = try TestAuthority()
            return (authority, try authority.issue(request, selfSigned: true))
        case .expired:
            let authority = try TestAuthority(until: -60)
            return (authority, try authority.issue(request))
        }
    }

    @Test("A bad certificate ends the login before a word was said", arguments: bad, [TLSMode.direct, .starttls])
    func refused(sample: Bad, tls: TLSMode) async throws {
        let (authority, identity) = try identity(sample.request, sample.issuer)
        let server = try HostileServer { conversation in
            if tls == .starttls {
                try conversation.expectHeader()
                try conversation.send(ServerPhrases.header() + ServerPhrases.startTLS)
                try conversation.expectTag("<starttls")
                try conversation.send(ServerPhrases.proceed)
            }
            try conversation.startTLS(identity)
            try conversation.expect("<stream:stream")
        }
        let failure = await problem(patient, try request(server.port, tls: tls, authority: authority))
        #expect(failure?.code == sample.code)
        #expect(failure?.remedy == .retry)
        let transcript = await server.transcript()
        #expect(!transcript.contains(anyOf: secrets + ["juliet", "<auth"]))
        #expect(server.ended == 1, "no second attempt")
    }

    @Test(
        "A good certificate is one by name, service or XMPP address",
        arguments: [
            "DNS:example.org", "DNS:other.example,DNS:example.org", service, xmpp, "DNS:other.example,\(service)",
        ])
    func accepted(names: String) async throws {
        let authority = try TestAuthority()
        let identity = try authority.issue(.init(names: names))
        let server = try HostileServer { conversation in
            try conversation.startTLS(identity)
            try conversation.expectHeader()
            try conversation.send(ServerPhrases.header())
            try conversation.authenticate(password: password)
            try conversation.bind("\(juliet)/balcony")
        }
        #expect(await problem(patient, try request(server.port, tls: .direct, authority: authority)) == nil)
    }

    @Test("Without the account's authority file the system's authorities decide")
    func system() async throws {
        let authority = try TestAuthority()
        let identity = try authority.issue(domain: "example.org")
        let server = try HostileServer { try $0.startTLS(identity) }
        #expect(await problem(patient, try request(server.port, tls: .direct))?.code == "certificate-untrusted")
    }

    @Test("A missing authority file or client certificate is told before anything is opened")
    func files() async throws {
        var missing = try request(1, tls: .direct)
        missing.endpoint.authorityFile = "/nonexistent/authority.pem"
        #expect(await problem(patient, missing) == .authorityFileUnreadable)
        let authority = try TestAuthority()
        let server = try HostileServer { $0.stall() }
        var wish = try request(server.port, tls: .direct, authority: authority)
        wish.credentials.certificate = .init(chainFile: authority.file, keyFile: authority.file)
        #expect(await problem(patient, wish) == .clientCertificateUnreadable)
    }

    @Test("Old versions of TLS are refused", arguments: [Int32(0x0301), 0x0302])
    func oldVersions(version: Int32) async throws {
        let authority = try TestAuthority()
        let identity = try authority.issue(domain: "example.org")
        let server = try HostileServer { try $0.startTLS(identity, version: version) }
        #expect(
            await problem(patient, try request(server.port, tls: .direct, authority: authority))?.code == "tls-failed")
    }

    @Test(
        "The exporter is the server's, on TLS 1.2 and 1.3, and SCRAM is bound to it",
        arguments: [Int32(0x0303), 0x0304])
    func exporter(version: Int32) async throws {
        let authority = try TestAuthority()
        let identity = try authority.issue(domain: "example.org")
        let server = try HostileServer { conversation in
            try conversation.startTLS(identity, version: version)
            try conversation.expectHeader()
            try conversation.send(
                ServerPhrases.header()
                    + ServerPhrases.features(
                        ServerPhrases.mechanisms("SCRAM-SHA-256", "SCRAM-SHA-256-PLUS")
                            + ServerPhrases.bindings("tls-exporter")))
            var scram = ScriptedSCRAM(password: password)
            let first = ScriptedSCRAM.content(try conversation.expect("</auth>"))
            guard ScriptedSCRAM.decoded(first).hasPrefix("p=tls-exporter,,") else { return }
            try conversation.send(ServerPhrases.challenge(scram.challenge(to: first)))
            let final = ScriptedSCRAM.content(try conversation.expect("</response>"))
            let binding = ScriptedSCRAM.encoded(Array("p=tls-exporter,,".utf8) + conversation.exporter)
            guard ScriptedSCRAM.decoded(final).hasPrefix("c=\(binding),"), let proof = try scram.success(to: final)
            else { return }
            try conversation.send(ServerPhrases.success(proof))
            try conversation.expectHeader()
            try conversation.send(ServerPhrases.header())
            try conversation.bind("\(juliet)/balcony")
        }
        let outcome = try await patient.connect(request(server.port, tls: .direct, authority: authority))
        #expect(outcome.security.channelBinding == "tls-exporter")
        #expect(outcome.pin.text == "SCRAM-SHA-256-PLUS tls-exporter")
        await outcome.stream.abandon()
    }

    @Test("A certificate of our own logs in with EXTERNAL, and SNI names the domain (XEP-0178)")
    func external() async throws {
        let authority = try TestAuthority()
        let identity = try authority.issue(domain: "example.org")
        let own = try authority.issue(.init(names: "DNS:client", usage: "clientAuth"))
        let server = try HostileServer { conversation in
            try conversation.startTLS(identity, asksForCertificate: true)
            guard conversation.hasClientCertificate, conversation.serverName == "example.org" else { return }
            try conversation.expectHeader()
            let offer = ServerPhrases.mechanisms("SCRAM-SHA-256", "EXTERNAL")
            try conversation.send(ServerPhrases.header() + ServerPhrases.features(offer))
            try conversation.expect("mechanism='EXTERNAL'>\(ScriptedSCRAM.encoded(juliet))</auth>")
            try conversation.send(ServerPhrases.success(""))
            try conversation.expectHeader()
            try conversation.send(ServerPhrases.header())
            try conversation.bind("\(juliet)/balcony")
        }
        var wish = try request(server.port, tls: .direct, authority: authority)
        wish.credentials.certificate = .init(chainFile: own.certificateFile, keyFile: own.keyFile)
        let outcome = try await patient.connect(wish)
        #expect(outcome.security.mechanism == "EXTERNAL")
        await outcome.stream.abandon()
    }
}
