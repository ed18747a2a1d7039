import TestSupport
import Testing
import XMPPSessions

@testable import XMPPTransport

struct ProxyTests {
    @Test("Everything goes through the proxy, names included, and TLS is with the server behind it")
    func login() async throws {
        let authority = try TestAuthority()
        let identity = try authority.issue(domain: "example.org")
        // The proxy and the server behind it are one program here.
        let proxy = try HostileServer { conversation in
            guard try conversation.read(3) == [5, 1, 2] else { return }
            try conversation.send(bytes: [5, 2])
            guard try conversation.read(9) == [1, 3] + Array("tor".utf8) + [3] + Array("pas".utf8) else { return }
            try conversation.send(bytes: [1, 0])
            guard try conversation.read(18) == [5, 1, 0, 3, 11] + Array("example.org".utf8) + [0x14, 0x67] else {
                return
            }
            try conversation.send(bytes: [5, 0, 0, 1, 0, 0, 0, 0, 0, 0])
            try conversation.startTLS(identity)
            try conversation.expectHeader()
            try conversation.send(ServerPhrases.header())
            try conversation.authenticate(password: password)
            try conversation.bind("\(juliet)/balcony")
        }
        let outcome = try await patient.connect(
            request(0, tls: .direct, authority: authority) {
                $0.endpoint.host = nil
                $0.endpoint.port = nil
                $0.endpoint.proxy = "socks5://tor:pas@127.0.0.1:\(proxy.port)"
            })
        #expect(outcome.security.address == "example.org:5223")
        await outcome.stream.abandon()
        #expect(await proxy.transcript().problem == nil)
    }

    @Test("A proxy that refuses, or is none, is told as such")
    func refusals() async throws {
        let refusing = try HostileServer { conversation in
            _ = try conversation.read(3)
            try conversation.send(bytes: [5, 0])
            _ = try conversation.read(5)
            try conversation.send(bytes: [5, 2, 0, 1, 0, 0, 0, 0, 0, 0])
        }
        #expect(await problem(through: refusing.port)?.code == "proxy-cannot-reach")
        let web = try HostileServer { conversation in
            _ = try conversation.read(3)
            try conversation.send("HTTP/1.1 400 Bad Request\r\n\r\n")
        }
        #expect(await problem(through: web.port)?.code == "proxy-protocol")
        var wrong = try request(1)
        wrong.endpoint.proxy = "http://127.0.0.1"
        #expect(await XMPPTransportTests.problem(patient, wrong) == .wrongProxy)
    }

    private func problem(through port: UInt16) async -> StreamProblem? {
        guard let wish = try? request(5_222, change: { $0.endpoint.proxy = "socks5://127.0.0.1:\(port)" }) else {
            return nil
        }
        return await XMPPTransportTests.problem(patient, wish)
    }
}
