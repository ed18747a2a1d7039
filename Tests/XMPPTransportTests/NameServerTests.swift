import TestSupport
import Testing
import XMPPSessions

@testable import XMPPTransport

struct NameServerTests {
    @Test("Records, refusals and absence are told apart")
    func services() throws {
        let names = try LocalNames([
            "--srv-host=_xmpp-client._tcp.example.org,xmpp.example.net,5299,10,20",
            "--srv-host=_xmpp-client._tcp.example.org,other.example.net,5222,5,0",
            "--srv-host=_xmpp-client._tcp.closed.example", "--local=/example.org/closed.example/example.net/",
        ])
        let server = NameServer(address: ("127.0.0.1", names.port))
        guard case .records(let records) = server.services("xmpp-client", of: "example.org", tls: .starttls) else {
            Issue.record("no records")
            return
        }
        #expect(
            Set(records) == [
                SRVRecord(priority: 10, weight: 20, port: 5299, target: "xmpp.example.net", tls: .starttls),
                SRVRecord(priority: 5, weight: 0, port: 5222, target: "other.example.net", tls: .starttls),
            ])
        #expect(server.services("xmpp-client", of: "closed.example", tls: .starttls) == .refused)
        #expect(server.services("xmpps-client", of: "example.org", tls: .direct) == .absent)
        #expect(server.services("xmpp-client", of: "nothing.example.org", tls: .starttls) == .absent)
    }

    @Test("Addresses of both families are found")
    func addresses() throws {
        let names = try LocalNames(["--host-record=both.example.org,127.0.0.1,::1", "--local=/example.org/"])
        let server = NameServer(address: ("127.0.0.1", names.port))
        let one = [UInt8](repeating: 0, count: 15) + [1]
        #expect(try server.addresses(of: "both.example.org").map(\.octets) == [one, [127, 0, 0, 1]])
        #expect(throws: NameServer.Failure.absent) { try server.addresses(of: "none.example.org") }
        #expect(try server.addresses(of: "192.0.2.1").map(\.octets) == [[192, 0, 2, 1]])
    }

    @Test("A name server that is not there is no missing record")
    func silent() throws {
        let server = NameServer(address: ("127.0.0.1", try LocalServer.freePort()))
        #expect(server.services("xmpp-client", of: "example.org", tls: .starttls) == .unreachable)
    }

    @Test("A login follows the records to the server, and passes over a place that is closed")
    func login() async throws {
        let authority = try TestAuthority()
        let identity = try authority.issue(domain: "example.org")
        let closed = try LocalServer.freePort()
        let server = try HostileServer { conversation in
            try conversation.startTLS(identity)
            try conversation.expectHeader()
            try conversation.send(ServerPhrases.header())
            try conversation.authenticate(password: password)
            try conversation.bind("\(juliet)/balcony")
        }
        let names = try LocalNames([
            "--srv-host=_xmpp-client._tcp.example.org,xmpp.example.org,\(closed),1,1",
            "--srv-host=_xmpps-client._tcp.example.org,xmpp.example.org,\(server.port),2,1",
            "--host-record=xmpp.example.org,127.0.0.1", "--local=/example.org/",
        ])
        let connector = NIOStreamConnector(TransportSettings(nameServer: ("127.0.0.1", names.port)))
        var wish = try request(0, tls: .automatic, authority: authority)
        wish.endpoint.host = nil
        wish.endpoint.port = nil
        let outcome = try await connector.connect(wish)
        #expect(outcome.security.tls == .direct)
        #expect(outcome.security.address == "127.0.0.1:\(server.port)")
        await outcome.stream.abandon()
        await connector.shutDown()
    }
}
