import Testing
import XMPPSessions

@testable import XMPPTransport

struct SOCKSHandshakeTests {
    private let target = Candidate(host: "xmpp.example", port: 5222, tls: .starttls)

    private func handshake(_ proxy: String, _ target: Candidate? = nil) throws -> SOCKSHandshake {
        SOCKSHandshake(try #require(ProxyAddress(proxy)), to: target ?? self.target)
    }

    @Test("The proxy gets the name and resolves it (RFC 1928 §4)")
    func remoteName() throws {
        var machine = try handshake("socks5://p")
        #expect(machine.start() == .send([5, 1, 0]))
        #expect(machine.receive([5]) == nil)
        #expect(machine.receive([0]) == .send([5, 1, 0, 3, 12] + Array("xmpp.example".utf8) + [0x14, 0x66]))
        #expect(machine.receive([5, 0, 0, 1, 0, 0, 0]) == nil)
        #expect(machine.receive([0, 0, 0]) == .ready)
    }

    @Test("Literals go as addresses")
    func literals() throws {
        var four = try handshake("socks5://p", Candidate(host: "192.0.2.1", port: 1, tls: .direct))
        _ = four.start()
        #expect(four.receive([5, 0]) == .send([5, 1, 0, 1, 192, 0, 2, 1, 0, 1]))
        var six = try handshake("socks5://p", Candidate(host: "::1", port: 1, tls: .direct))
        _ = six.start()
        #expect(six.receive([5, 0]) == .send([5, 1, 0, 4] + Array(repeating: 0, count: 15) + [1, 0, 1]))
    }

    @Test("Name and password are given where they are set (RFC 1929)")
    func password() throws {
        var machine = try handshake("socks5://me:pw@p")
        #expect(machine.start() == .send([5, 1, 2]))
        #expect(machine.receive([5, 2]) == .send([1, 2, 0x6D, 0x65, 2, 0x70, 0x77]))
        #expect(machine.receive([1, 0]) != nil)
    }

    @Test(
        "Everything else ends it",
        arguments: [
            ([[4, 0]], "proxy-protocol"), ([[5, 0xFF]], "proxy-not-authorized"), ([[5, 2]], "proxy-not-authorized"),
            ([[5, 0, 1]], "proxy-protocol"), ([[5, 0], [5, 5]], "proxy-cannot-reach"),
            ([[5, 0], [5, 99]], "proxy-cannot-reach"),
            ([[5, 0], [5, 0, 0, 9, 0]], "proxy-protocol"),
            ([[5, 0], [5, 0, 0, 1, 0, 0, 0, 0, 0, 0, 7]], "proxy-protocol"),
            ([[5, 0], [4, 0]], "proxy-protocol"),
        ] as [([[UInt8]], String)])
    func refusals(answers: [[UInt8]], code: String) throws {
        var machine = try handshake("socks5://p")
        _ = machine.start()
        var last: SOCKSHandshake.Action?
        for answer in answers { last = machine.receive(answer) }
        guard case .fail(let problem) = last else {
            Issue.record("not refused")
            return
        }
        #expect(problem.code == code)
    }

    @Test("A proxy that asks for a password is not given one that was not set, and refuses a wrong one")
    func wrongPassword() throws {
        var machine = try handshake("socks5://me:pw@p")
        _ = machine.start()
        _ = machine.receive([5, 2])
        #expect(machine.receive([1, 1]) == .fail(.proxyRefusedLogin))
        var open = try handshake("socks5://me:pw@p")
        _ = open.start()
        #expect(open.receive([5, 0]) == .fail(.proxyRefusedLogin))
    }
}
