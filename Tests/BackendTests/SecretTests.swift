import Digests
import Domain
import Foundation
import SASLMechanisms
import Store
import TestSupport
import Testing
import XMPPAddresses
import XMPPSessions

@testable import Backend

/// Where secrets are kept, and how.
struct SecretTests {
    private let folder: TemporaryFolder
    private var path: String { folder.path + "/key" }

    init() throws { folder = try TemporaryFolder() }

    private func code(_ body: () throws(VaultError) -> Secret) -> String? {
        do throws(VaultError) {
            _ = try body()
            return nil
        } catch {
            return error.code
        }
    }

    @Test("A key is made once, for its owner alone")
    func made() throws {
        let key = try KeyFile(path: path).key()
        #expect(key.count == Sealing.keyOctets)
        #expect(try KeyFile(path: path).key() == key)
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["key"])
    }

    @Test("A key that others can read is not used", arguments: [0o640, 0o604, 0o644, 0o620])
    func readable(mode: Int) throws {
        _ = try KeyFile(path: path).key()
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
        #expect(code(KeyFile(path: path).key) == "key-file-unsafe")
    }

    @Test("A link, a folder, a pipe and a torn file are no key")
    func noKey() throws {
        let real = folder.path + "/real"
        _ = try KeyFile(path: real).key()
        symlink(real, path)
        #expect(code(KeyFile(path: path).key) == "key-file-unusable")
        unlink(path)
        mkdir(path, 0o700)
        #expect(code(KeyFile(path: path).key) == "key-file-unsafe")
        rmdir(path)
        mkfifo(path, 0o600)
        #expect(code(KeyFile(path: path).key) == "key-file-unsafe")
        unlink(path)
        for count in [0, 31, 33] {
            try Data(count: count).write(to: URL(filePath: path))
            chmod(path, 0o600)
            #expect(code(KeyFile(path: path).key) == "key-file-unusable")
        }
        #expect(code(KeyFile(path: folder.path + "/none/key").key) == "key-file-unusable")
    }

    @Test("Those who make the key at the same time have the same one")
    func race() async throws {
        let file = KeyFile(path: path)
        let keys = try await withThrowingTaskGroup(of: Secret.self) { group in
            for _ in 0..<16 { group.addTask { try file.key() } }
            return try await group.reduce(into: [Secret]()) { $0.append($1) }
        }
        #expect(keys.allSatisfy { $0 == keys[0] })
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["key"])
    }

    @Test("A sealed text opens for its account and purpose only")
    func sealer() throws {
        let sealer = Sealer(key: try KeyFile(path: path).key())
        let one = AccountID(random: 1)
        let box = try sealer.seal("previd", for: one, .stream)
        #expect(sealer.text(box, for: one, .stream) == "previd")
        #expect(sealer.text(box, for: AccountID(random: 2), .stream) == nil)
        #expect(sealer.text(box, for: one, .token) == nil)
        #expect(sealer.text(Array(box.dropLast()), for: one, .stream) == nil)
        #expect(sealer.text([], for: one, .stream) == nil)
        #expect(Sealer(key: Secret(Array(repeating: 1, count: 32))).text(box, for: one, .stream) == nil)
    }

    @Test("The sealed file keeps, replaces and forgets; another key is told apart from no password")
    func sealedFile() async throws {
        let house = try House()
        let service = try await house.juliet { $0.isEnabled = false }
        let account = await service.account
        let vault = SealedFileVault(store: house.store, key: KeyFile(path: path))
        #expect(try await vault.secret(for: account) == nil)
        try await vault.keep(Secret(utf8: "one"), for: account)
        try await vault.keep(Secret(utf8: "two"), for: account)
        #expect(try await vault.secret(for: account) == Secret(utf8: "two"))
        let other = SealedFileVault(store: house.store, key: KeyFile(path: folder.path + "/other"))
        let error = await #expect(throws: VaultError.self) { try await other.secret(for: account) }
        #expect(error?.code == "secret-damaged")
        try await vault.forget(account)
        #expect(try await vault.secret(for: account) == nil)
        try await vault.forget(Account(id: AccountID(random: 99), jid: account.jid))
        let closed = await #expect(throws: VaultError.self) {
            try await vault.keep(Secret(utf8: "x"), for: Account(id: AccountID(random: 99), jid: account.jid))
        }
        #expect(closed?.code == "secret-unstored")
    }

    @Test("Two vaults: the second takes what the first cannot, and each finds what the other does not")
    func layers() async throws {
        let (first, second) = (MemoryVault("first"), MemoryVault("second"))
        let vault = LayeredVault(first, else: second)
        let account = Account(id: AccountID(random: 1), jid: try BareJID("juliet@example.com"))
        let locked = VaultError(code: "vault-locked", sentence: "Locked.")
        #expect(vault.name == "first")
        #expect(try await vault.secret(for: account) == nil)
        first.fail(locked)
        try await vault.keep(Secret(utf8: "one"), for: account)
        #expect(try await vault.secret(for: account) == Secret(utf8: "one"))
        first.fail(nil)
        try await vault.keep(Secret(utf8: "two"), for: account)
        #expect(try await second.secret(for: account) == nil)
        #expect(try await vault.secret(for: account) == Secret(utf8: "two"))
        second.fail(VaultError(code: "secret-damaged", sentence: "Damaged."))
        #expect(try await vault.secret(for: account) == Secret(utf8: "two"))
        await #expect(throws: VaultError.self) { try await vault.forget(account) }
        second.fail(nil)
        #expect(try await vault.secret(for: account) == nil)
        first.fail(locked)
        await #expect(throws: locked) { try await vault.secret(for: account) }
        second.fail(locked)
        await #expect(throws: locked) { try await vault.keep(Secret(utf8: "x"), for: account) }
    }

    @Test("What is kept between logins comes back after a restart; a pin that cannot be read is the strictest")
    func loaded() async throws {
        let house = try House()
        let service = try await house.juliet()
        let token = FASTToken(mechanism: "HT-SHA-256-EXPR", token: "a b", expiry: .max, count: 4)
        let server = try await house.accept { $0.token = token }
        try await server.greet(roster: House.roster)
        let key = try house.surroundings.key.key()
        let account = await service.account
        let loaded = try await LoadedAccount(account, from: house.store, sealer: Sealer(key: key))
        #expect(loaded.login.token == token)
        #expect(loaded.login.leftover?.resumption.id == "sm-1")
        #expect(loaded.login.leftover?.jid == "juliet@example.com/balcony")
        #expect(loaded.contacts.count == 2)
        let blind = try await LoadedAccount(account, from: house.store, sealer: nil)
        #expect(blind.login.token == nil)
        #expect(blind.login.leftover == nil)
        try await house.store.commit(Batch([.setLoginPin(account.id, "junk")]))
        let strict = try await LoadedAccount(account, from: house.store, sealer: nil)
        #expect(strict.login.pin != .none)
    }

    @Test("A token's count is stored before it is used; an old or refused one is forgotten")
    func tokens() async throws {
        let house = try House()
        let service = try await house.juliet()
        let token = FASTToken(mechanism: "HT-SHA-256-EXPR", token: "t", expiry: .max, count: 4)
        let first = try await house.accept { $0.token = token }
        #expect(first.request.token == nil)
        await first.stream.closeByServer()
        await house.observer.reached(.waiting, service.id)
        await service.connect()
        let second = try await house.accept { $0.refusedToken = true }
        #expect(second.request.token?.count == 5)
        await second.stream.closeByServer()
        await house.observer.until { seen in seen.snapshots.filter { $0.state == .waiting }.count >= 2 ? () : nil }
        await service.connect()
        #expect(try await house.connector.next().request.token == nil)
        #expect(try await house.store.login(of: service.id)?.sealedToken == nil)
    }
}
