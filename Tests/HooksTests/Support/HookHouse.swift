import Domain
import Logging
import Store
import Synchronization
import TestSupport
import Testing
import XMPPAddresses

@testable import Hooks

/// Hooks with a store, a home and a log of their own, and nobody behind them.
final class HookHouse: Sendable {
    static let moment = Timestamp(microseconds: 1_700_000_000_000_000)
    static let account = AccountID(random: 1)

    let home: Home
    let store: Store
    let clock = TestClock()
    let host = FakeHost()
    let notes = Notes()
    let hooks: Hooks

    init(home: Home? = nil, store: Store? = nil) async throws {
        let home = try home ?? Home()
        let isNew = store == nil
        let store = try store ?? Store.inMemory(clock: { HookHouse.moment })
        self.home = home
        self.store = store
        let notes = notes
        hooks = Hooks(
            folder: home.hooks, store: store, host: host, clock: clock, now: { HookHouse.moment },
            log: Logger(label: "test") { _ in notes },
            environment: ["HOME": home.path, "PATH": "/usr/bin:/bin", "SECRET": "x", "LC_ALL": "C.UTF-8"])
        let hooks = hooks
        store.observe { hooks.recorded($0.events) }
        if isNew {
            let juliet = Account(id: Self.account, jid: try BareJID("juliet@example.com"))
            try await store.commit(Batch([.addAccount(juliet, StoredLogin())]))
        }
        await hooks.prepare()
    }

    /// Runs the hooks as long as the body does.
    func running(_ body: @Sendable () async throws -> Void) async throws {
        try await withThrowingTaskGroup { group in
            group.addTask { [hooks] in await hooks.run() }
            try await body()
            group.cancelAll()
        }
    }

    /// A message from Romeo.
    @discardableResult
    func receive(
        _ text: String, from peer: String = "romeo@example.net", sent: Timestamp = moment,
        _ adjust: (inout EntryContent) -> Void = { _ in }
    ) async throws -> Committed {
        var content = EntryContent(
            direction: .incoming, kind: .chat, author: peer + "/orchard", sentAt: sent, receivedAt: Self.moment,
            texts: LanguageMap(text))
        adjust(&content)
        let entry = NewEntry(account: Self.account, peer: try BareJID(peer), content: content, twin: .byArchive)
        return try await store.commit(Batch([.add(entry)]))
    }

    /// The message's event, as hooks get it.
    func message(_ text: String = "hello", _ adjust: (inout EntryContent) -> Void = { _ in }) async throws -> Event {
        let committed = try await receive(text, adjust)
        return try #require(committed.events.first { $0.kind == .message })
    }
}
