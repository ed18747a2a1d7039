import Digests
import Domain
import Logging
import Store
import Synchronization
import TestSupport
import XMPPAddresses
import XMPPSessions

@testable import Backend

/// A backend whose network, time, keyring and bus are the test.
struct House: Sendable {
    static let moment = Timestamp(microseconds: 1_700_000_000_000_000)

    let folder: TemporaryFolder
    let store: Store
    let connector = ScriptedConnector()
    let observer = RecordingObserver()
    let vault = MemoryVault()
    let clock = TestClock()
    let surroundings: Surroundings
    let backend: Backend

    /// With the database of another house, as after a restart.
    init(
        after earlier: House? = nil, folder: TemporaryFolder? = nil, store: Store? = nil, wantsArchive: Bool = false,
        sharing: Bool = false, pause: Duration = .zero, now: @escaping @Sendable () -> Timestamp = { House.moment }
    ) throws {
        self.folder = try folder ?? earlier?.folder ?? TemporaryFolder()
        self.store = try store ?? earlier?.store ?? Store.inMemory(clock: now)
        self.store.observe { [observer] in observer.committed($0) }
        let last = Counter()
        var surroundings = Surroundings(
            store: self.store, connector: connector, vault: vault, key: KeyFile(path: self.folder.path + "/key"),
            observer: observer, clock: clock, now: now, random: { UInt64.max - last.next() },
            logger: { Logger(label: $0) { _ in SwiftLogNoOpLogHandler() } },
            software: Software(name: "Saluton", version: "0"))
        surroundings.wantsCopies = wantsArchive
        surroundings.wantsArchive = wantsArchive
        surroundings.sharesState = sharing
        surroundings.sharingPause = pause
        self.surroundings = surroundings
        backend = Backend(surroundings)
    }

    /// With a database on disk, which may be closed while somebody reads.
    static func onDisk(sharing: Bool = false) throws -> House {
        let folder = try TemporaryFolder()
        return try House(
            folder: folder, store: Store.open(at: folder.path + "/data/saluton.db", clock: { House.moment }),
            sharing: sharing)
    }

    /// Juliet's account, added and told to connect.
    func juliet(_ prepare: (inout AccountChange) -> Void = { _ in }) async throws -> AccountService {
        var change = AccountChange()
        change.password = Secret(utf8: "secret")
        prepare(&change)
        return try await backend.addAccount(try BareJID("juliet@example.com"), change)
    }

    /// Lets the next attempt succeed with a new session.
    func accept(
        grant: StreamManagementGrant? = StreamManagementGrant(id: "sm-1"), features: String = "",
        _ adjust: (inout LoginOutcome) -> Void = { _ in }
    ) async throws -> Server {
        let attempt = try await connector.next()
        let stream = ScriptedStream()
        let elements = try stanzas(in: Array(features.utf8))
        var outcome = SessionHarness.outcome(
            stream, .bound(try FullJID("juliet@example.com/balcony"), grant), features: elements)
        adjust(&outcome)
        attempt.succeed(outcome)
        return Server(stream: stream, request: attempt.request)
    }

    /// Lets the next attempt resume.
    func resume(handled: UInt32) async throws -> Server {
        let attempt = try await connector.next()
        let stream = ScriptedStream()
        attempt.succeed(SessionHarness.outcome(stream, .resumed(handled: handled)))
        return Server(stream: stream, request: attempt.request, sent: attempt.request.resumption?.handled ?? 0)
    }

    /// Juliet online, with this roster, everything of the login behind her.
    func online(
        roster: String = Self.roster, grant: StreamManagementGrant? = StreamManagementGrant(id: "sm-1"),
        features: String = ""
    ) async throws -> (AccountService, Server) {
        let service = try await juliet()
        let server = try await accept(grant: grant, features: features)
        try await server.greet(roster: roster)
        return (service, server)
    }

    static let roster = """
        <item jid='romeo@example.net' subscription='both'/><item jid='nurse@example.com' subscription='both'/>
        """

    /// Returns once the next stanza with a text was stored, which says that everything before it was dealt with.
    func settled(_ server: Server, _ word: String = "done") async throws {
        try await server.deliver("<message type='chat' from='nurse@example.com'><body>\(word)</body></message>")
        await observer.event(.message, holding: word)
        try await server.handled()
    }
}

final class Counter: Sendable {
    private let value = Mutex<UInt64>(0)

    func next() -> UInt64 {
        value.withLock { value in
            value += 1
            return value
        }
    }
}
