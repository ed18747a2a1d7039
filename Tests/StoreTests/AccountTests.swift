import Domain
import Testing

@testable import Store

@Suite("Accounts")
struct AccountTests {
    @Test("An account comes back as it went in")
    func roundTrip() async throws {
        let store = try Store.inMemory(clock: TestClock().read)
        let full = Account(
            id: juliet, jid: try address("juliet@capulet.example"), isEnabled: false, resource: "r",
            endpoint: AccountEndpoint(
                host: "::1", port: 5_223, tls: .direct, authorityFile: "/ca.pem", proxy: "socks5://127.0.0.1:9050"),
            login: .external("/cert.pem"), priority: -128, label: "work", nickname: "J")
        let login = StoredLogin(sealedSecret: [1, 2], sealedToken: [], pin: "{}")
        let committed = try await store.commit(
            .addAccount(full, login), .addAccount(account(nurse, "nurse@c"), .init()))
        #expect(committed.events.map(\.kind) == [.account, .account])
        #expect(try await store.accounts() == [full, account(nurse, "nurse@c")])
        #expect(try await store.login(of: juliet) == login)
        #expect(try await store.login(of: nurse) == StoredLogin())
        var changed = full
        changed.isEnabled = true
        changed.endpoint = AccountEndpoint()
        #expect(try await store.commit(.updateAccount(changed)).events.count == 1)
        #expect(try await store.accounts().first == changed)
        #expect(try await store.login(of: juliet) == login)
    }

    @Test("Events of an account hold neither secrets nor the proxy")
    func noSecrets() async throws {
        let store = try Store.inMemory(clock: TestClock().read)
        var secretive = try account()
        secretive.endpoint.proxy = "socks5://user:hunter2@127.0.0.1:9050"
        let login = StoredLogin(sealedSecret: Array("hunter2".utf8))
        let committed = try await store.commit(.addAccount(secretive, login))
        #expect(!(committed.events.first?.payload.contains("hunter2") ?? true))
    }

    @Test("A second account with the same id or address is refused")
    func twins() async throws {
        let store = try await Store.withAccount()
        _ = try await store.commit(.addAccount(account(nurse, "nurse@c"), .init()))
        for change in [
            Change.addAccount(try account(juliet, "other@c"), .init()),
            .addAccount(try account(AccountID(random: 7), "nurse@c"), .init()),
            .updateAccount(try account(juliet, "nurse@c")),
        ] {
            await #expect(throws: StoreError(.accountExists, "there is an account with this id or address")) {
                try await store.commit(Batch([change]))
            }
        }
        #expect(try await store.accounts().count == 2)
    }

    @Test("Secrets, tokens and pins are kept and forgotten singly")
    func logins() async throws {
        let store = try await Store.withAccount()
        _ = try await store.commit(
            .setSealedSecret(juliet, [1]), .setSealedToken(juliet, [2]), .setLoginPin(juliet, "pin"))
        #expect(try await store.login(of: juliet) == StoredLogin(sealedSecret: [1], sealedToken: [2], pin: "pin"))
        _ = try await store.commit(.setSealedToken(juliet, nil))
        #expect(try await store.login(of: juliet) == StoredLogin(sealedSecret: [1], pin: "pin"))
        #expect(try await store.login(of: nurse) == nil)
        await #expect(throws: StoreError.self) { try await store.commit(.setLoginPin(nurse, "x")) }
        #expect(try await store.commit(.setLoginPin(juliet, "y")).outcomes == [.done])
        #expect(try await store.login(of: juliet)?.pin == "y")
    }

    @Test("A resumption is kept, counted on and dropped")
    func resumption() async throws {
        let store = try await Store.withAccount()
        #expect(try await store.commit(.setHandled(juliet, 1)).outcomes == [.unchanged])
        var kept = StreamResumption(sealedID: [9], location: "h:1", boundJID: "juliet@capulet.example/r", handled: 0)
        _ = try await store.commit(.setResumption(juliet, kept))
        #expect(try await store.resumption(of: juliet) == kept)
        kept.handled = .max
        #expect(try await store.commit(.setHandled(juliet, .max)).outcomes == [.done])
        #expect(try await store.resumption(of: juliet) == kept)
        _ = try await store.commit(.setResumption(juliet, nil))
        #expect(try await store.resumption(of: juliet) == nil)
    }

    @Test("Removing an account takes all it has, and nothing of others")
    func removal() async throws {
        let store = try await Store.withAccount()
        _ = try await store.commit(.addAccount(account(nurse, "nurse@c"), .init()))
        for id in [juliet, nurse] {
            let romeo = try address("romeo@montague.example")
            _ = try await store.commit(
                .add(
                    message("secret words", to: id) {
                        $0.texts.add("worte", language: "de")
                        $0.stanzaIDs = [.init(id: "1", by: "a"), .init(id: "2", by: "b")]
                    }),
                .send(message("out", to: id, .outgoing), to: "romeo@montague.example", sealedStanza: nil),
                .setContact(id, Contact(jid: romeo), version: "v"),
                .addRequest(id, SubscriptionRequest(jid: romeo, receivedAt: Timestamp(microseconds: 1))),
                .setResumption(id, StreamResumption(sealedID: [1], boundJID: "x", handled: 1)))
        }
        let counts = try await rowCounts(store)
        let committed = try await store.commit(.removeAccount(juliet))
        #expect(committed.events.map(\.kind) == [.accountRemoved])
        let left = try await rowCounts(store)
        for (table, count) in counts where table != "event" {
            #expect(left[table] == count / 2, "\(table)")
        }
        let events = try await store.events(since: 0, limit: 1_000).events
        #expect(events.allSatisfy { $0.account != juliet })
        #expect(events.last?.payload == #"{"account":"juliet01","jid":"juliet@capulet.example"}"#)
        await #expect(throws: StoreError.self) { try await store.commit(.add(message("late"))) }
        _ = try await store.commit(.addAccount(account(), .init()), .add(message("new life")))
        #expect(try await store.roster(of: juliet).contacts.isEmpty)
    }

    private func rowCounts(_ store: Store) async throws -> [String: Int64] {
        let tables = [
            "account", "contact", "subscription_request", "resumption", "conversation", "entry", "entry_text",
            "entry_stanza_id", "outbox", "event",
        ]
        return try await store.read { (reader) throws(StoreError) in
            var counts: [String: Int64] = [:]
            for table in tables {
                counts[table] = try reader.first("SELECT count(*) FROM \(table)", { _ in }, { $0.integer(0) })
            }
            return counts
        }
    }
}
