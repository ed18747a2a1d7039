import SASLMechanisms
import Synchronization
public import XMLStreams
import XMPPAddresses
public import XMPPSessions

/// Juliet's session with a server that is the test.
///
/// `nurse@example.com` sees her presence and is seen, `paris@example.com` is only seen, `garden@rooms.example.com` is a
/// room she has joined.  Ids count from `id-1`.
public struct SessionHarness: Sendable {
    public static let account = "juliet@example.com"

    public let stream: ScriptedStream
    public let clock: TestClock
    public let delegate: RecordingDelegate
    public let session: Session
    /// How the first stream ended.
    public let end: Task<SessionEnd, Never>

    public init(
        extensions: [any XMPPExtension] = [], grant: StreamManagementGrant? = StreamManagementGrant(id: "sm-1"),
        features: [Element] = [], limits: SessionLimits = .standard
    ) throws {
        let jid = try FullJID("\(Self.account)/balcony")
        let stream = ScriptedStream()
        let outcome = Self.outcome(stream, .bound(jid, grant), features: features)
        let origin = try SessionOrigin(outcome).orThrow("not bound")
        try self.init(origin, outcome, stream, extensions, limits)
    }

    /// A session that goes on after a restart of the process.
    public init(
        resuming resumption: Resumption, handledByServer count: UInt32, outbox: [SessionOrigin.Reserved]
    ) throws {
        let jid = try FullJID("\(Self.account)/balcony")
        let stream = ScriptedStream()
        let outcome = Self.outcome(stream, .resumed(handled: count))
        let origin = try SessionOrigin(resuming: outcome, as: jid, with: resumption, outbox: outbox)
            .orThrow("not resumed")
        try self.init(origin, outcome, stream, [], .standard)
    }

    /// Who speaks to Juliet.
    public static func stamp() throws -> AuthorityStamp {
        let standings: [BareJID: ContactStanding] = [
            try BareJID("nurse@example.com"): [.seen, .sees, .listed],
            try BareJID("paris@example.com"): [.seen, .listed],
        ]
        let room = try BareJID("garden@rooms.example.com")
        return AuthorityStamp(account: try BareJID(account)) {
            standings[$0] ?? []
        } isJoinedRoom: {
            $0 == room
        }
    }

    private init(
        _ origin: SessionOrigin, _ outcome: LoginOutcome, _ stream: ScriptedStream,
        _ extensions: [any XMPPExtension], _ limits: SessionLimits
    ) throws {
        let account = try BareJID(Self.account)
        let stamp = try Self.stamp()
        let lastID = Counter()
        self.stream = stream
        clock = TestClock()
        delegate = RecordingDelegate()
        session = Session(
            origin, plan: SessionPlan(account: account, extensions: extensions), stamp: stamp, delegate: delegate,
            clock: clock, ids: { "id-\(lastID.next())" }, limits: limits)
        end = Task { [session] in await session.run(over: outcome) }
    }

    /// Runs the session over another stream, which resumes it.
    public func resume(handledByServer count: UInt32) -> (stream: ScriptedStream, end: Task<SessionEnd, Never>) {
        let stream = ScriptedStream()
        let outcome = Self.outcome(stream, .resumed(handled: count))
        return (stream, Task { [session] in await session.run(over: outcome) })
    }

    /// A login over this stream.
    public static func outcome(
        _ stream: any XMPPStream, _ binding: LoginOutcome.Binding, features: [Element] = []
    ) -> LoginOutcome {
        let security = StreamSecurity(
            tlsVersion: "TLSv1.3", cipher: "TLS_AES_128_GCM_SHA256", tls: .direct, mechanism: "SCRAM-SHA-256-PLUS",
            channelBinding: "tls-exporter", address: "[::1]:5223")
        return LoginOutcome(
            stream: stream, binding: binding, features: features, security: security, pin: .none)
    }
}

/// Counts from one.
private final class Counter: Sendable {
    private let value = Mutex(0)

    func next() -> Int {
        value.withLock { value in
            value += 1
            return value
        }
    }
}

extension Optional {
    fileprivate func orThrow(_ problem: String) throws -> Wrapped {
        guard let self else { throw GoldenError(problem) }
        return self
    }
}
