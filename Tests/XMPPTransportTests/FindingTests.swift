import Testing
import XMPPAddresses
import XMPPSessions

@testable import XMPPTransport

struct FindingTests {
    private func record(
        _ target: String, _ priority: UInt16, _ weight: UInt16, _ tls: Candidate.TLS = .starttls
    ) -> SRVRecord {
        SRVRecord(priority: priority, weight: weight, port: 5222, target: target, tls: tls)
    }

    @Test("Records are tried by priority, direct TLS first where it is equal")
    func priorities() {
        let records = [
            record("late", 20, 0), record("plain", 10, 5), record("direct", 10, 5, .direct), record("first", 5, 0),
        ]
        #expect(SRVRecord.ordered(records) { _ in 0 }.map(\.target) == ["first", "direct", "plain", "late"])
    }

    @Test(
        "Within a priority the draw decides by weight (RFC 2782)",
        arguments: [
            (UInt32(0), "zero"), (1, "one"), (10, "one"), (11, "two"), (30, "two"),
        ])
    func weights(draw: UInt32, first: String) {
        let records = [record("two", 1, 20), record("zero", 1, 0), record("one", 1, 10)]
        var total: UInt32?
        let order = SRVRecord.ordered(records) {
            if total == nil { total = $0 }
            return min(draw, $0)
        }
        #expect(total == 30)
        #expect(order.first?.target == first)
        #expect(Set(order.map(\.target)) == ["zero", "one", "two"])
    }

    private let account = BareJID.example

    private func found(
        _ mode: TLSMode, _ direct: CandidateRules.Service, _ startTLS: CandidateRules.Service
    ) throws -> [Candidate] {
        try CandidateRules.found(account, mode: mode, direct: direct, startTLS: startTLS) { _ in 0 }
    }

    @Test("Without records the domain itself is tried (RFC 6120 §3.2.2)")
    func fallback() throws {
        let plain = Candidate(host: "example.org", port: 5222, tls: .starttls)
        let direct = Candidate(host: "example.org", port: 5223, tls: .direct)
        #expect(try found(.automatic, .absent, .absent) == [plain, direct])
        #expect(try found(.direct, .absent, .absent) == [direct])
        #expect(try found(.starttls, .absent, .absent) == [plain])
    }

    @Test("A service that is refused is not looked for at the domain (XEP-0368 §5)")
    func refused() throws {
        #expect(throws: StreamProblem.serviceRefused) { try found(.automatic, .refused, .absent) }
        let records = CandidateRules.Service([record("xmpp.example.net", 1, 1)])
        #expect(try found(.automatic, .refused, records).map(\.host) == ["xmpp.example.net"])
        #expect(CandidateRules.Service([record("", 0, 0)]) == .refused)
        #expect(CandidateRules.Service([]) == .absent)
    }

    @Test("Silent name servers are no missing records")
    func silent() {
        #expect(throws: StreamProblem.nameServersSilent) { try found(.automatic, .unreachable, .absent) }
    }

    @Test("A mode leaves out the records of the other")
    func modes() throws {
        let direct = CandidateRules.Service([record("direct", 1, 1, .direct)])
        let plain = CandidateRules.Service([record("plain", 1, 1)])
        #expect(try found(.direct, direct, plain).map(\.host) == ["direct"])
        #expect(try found(.starttls, direct, plain).map(\.host) == ["plain"])
        #expect(try found(.automatic, direct, plain).map(\.host) == ["direct", "plain"])
    }

    @Test("A host, a port, a literal or a proxy needs no records")
    func fixed() throws {
        #expect(CandidateRules.fixed(account, Endpoint()) == nil)
        #expect(
            CandidateRules.fixed(account, Endpoint(host: "h", tls: .direct))
                == [Candidate(host: "h", port: 5223, tls: .direct)])
        #expect(
            CandidateRules.fixed(account, Endpoint(tls: .starttls, proxy: "socks5://p"))
                == [Candidate(host: "example.org", port: 5222, tls: .starttls)])
        #expect(
            CandidateRules.fixed(try BareJID("me@[::1]"), Endpoint(tls: .direct))
                == [Candidate(host: "::1", port: 5223, tls: .direct)])
        #expect(CandidateRules.fixed(account, Endpoint(host: "h", port: 443))?.map(\.tls) == [.direct, .starttls])
        #expect(CandidateRules.fixed(account, Endpoint(host: "h", port: 5222))?.map(\.tls) == [.starttls, .direct])
    }

    @Test(
        "Hosts with and without ports are read",
        arguments: [
            ("example.net", "example.net", nil), ("example.net:5299", "example.net", 5299),
            ("192.0.2.1:1", "192.0.2.1", 1), ("[2001:db8::1]:9222", "2001:db8::1", 9222),
            ("[2001:db8::1]", "2001:db8::1", nil), ("2001:db8::1", "2001:db8::1", nil),
        ] as [(String, String, UInt16?)])
    func hosts(text: String, host: String, port: UInt16?) {
        #expect(HostAndPort(text) == HostAndPort(host: host, port: port))
    }

    @Test(
        "Anything else is no host",
        arguments: [
            "", "a:0", "a:70000", "a:+5", "a b", "[::1", "[::1]x", "[example]", "a:b:c", "a\u{7}", "a/b", ":5222",
        ])
    func brokenHosts(text: String) { #expect(HostAndPort(text) == nil) }

    @Test("Proxies are read with name and password")
    func proxies() throws {
        let plain = try #require(ProxyAddress("socks5://127.0.0.1:9050"))
        #expect((plain.host, plain.port, plain.user) == ("127.0.0.1", 9050, nil))
        let full = try #require(ProxyAddress("socks5://us%40er:p%3Aw@tor.example/"))
        #expect((full.host, full.port, full.user, full.password) == ("tor.example", 1080, "us@er", "p:w"))
        for text in ["", "http://p", "socks5://", "socks5://:x@h", "socks5://%zz@h", "socks5://h:0"] {
            #expect(ProxyAddress(text) == nil, "\(text)")
        }
    }
}

extension BareJID {
    static let example: BareJID = {
        guard let jid = try? BareJID("juliet@example.org") else { preconditionFailure("example address") }
        return jid
    }()
}
