import Digests
import Domain
import Testing
import XMPPAddresses

@testable import Backend

/// What may be set on an account.
struct AccountChangeTests {
    typealias Prepare = @Sendable (inout AccountChange) -> Void

    private func account() throws -> Account {
        Account(id: AccountID(random: 1), jid: try BareJID("juliet@example.com"))
    }

    private static let bad: [Prepare] = [
        { $0.host = .set("") }, { $0.host = .set(String(repeating: "x", count: 256)) }, { $0.host = .set("a\nb") },
        { $0.port = .set(0) }, { $0.authorityFile = .set("relative.pem") }, { $0.authorityFile = .set("/a\u{1F}") },
        { $0.proxy = .set("http://p:1") }, { $0.proxy = .set("socks5://") }, { $0.proxy = .set("socks5://\u{1}") },
        { $0.resource = .set("") }, { $0.resource = .set(String(repeating: "x", count: 1024)) },
        { $0.nickname = .set(String(repeating: "x", count: 1024)) },
        { $0.login = .command("") }, { $0.login = .command(String(repeating: "x", count: 4097)) },
        { $0.login = .external("me.pem") }, { $0.password = Secret(utf8: "") },
        { $0.password = Secret(utf8: String(repeating: "x", count: 1024)) },
    ]

    @Test("A value that is none is refused, and nothing is changed", arguments: 0..<17)
    func refused(index: Int) throws {
        var change = AccountChange()
        change.isEnabled = false
        Self.bad[index](&change)
        var account = try account()
        let error = #expect(throws: BackendError.self) { try change.apply(to: &account) }
        #expect(error?.name == "InvalidArguments")
        #expect(try account == self.account())
    }

    @Test("Everything can be set, and taken away again")
    func taken() throws {
        #expect(Self.bad.count == 17)
        var account = try account()
        var change = AccountChange()
        change.host = .set("xmpp.example.com")
        change.port = .set(65535)
        change.tls = .direct
        change.authorityFile = .set("/etc/ca.pem")
        change.proxy = .set("socks5://user:pass@localhost:9050")
        change.resource = .set("balcony")
        change.nickname = .set("Jule")
        change.login = .external("/home/me.pem")
        change.password = Secret(utf8: "x")
        change.isEnabled = false
        let old = account
        try change.apply(to: &account)
        #expect(account.endpoint.host == "xmpp.example.com")
        #expect(account.endpoint.port == 65535)
        #expect(account.nickname == "Jule")
        #expect(account.login == .external("/home/me.pem"))
        #expect(!account.isEnabled)
        #expect(
            change.needsReconnect(old, account)
                == ["host", "port", "tls", "authority-file", "proxy", "resource", "mechanism", "password"])
        var back = AccountChange()
        back.host = .remove
        back.port = .remove
        back.tls = .automatic
        back.authorityFile = .remove
        back.proxy = .remove
        back.resource = .remove
        back.nickname = .remove
        back.login = .password
        back.isEnabled = true
        try back.apply(to: &account)
        #expect(account == old)
    }

    @Test("A change of nothing changes nothing")
    func nothing() throws {
        var account = try account()
        let change = AccountChange()
        try change.apply(to: &account)
        #expect(try account == self.account())
        #expect(change.needsReconnect(account, account).isEmpty)
    }
}
