public import XMLStreams
public import XMPPAddresses

/// A session with the server: what is received goes through the plan and is committed before it is acknowledged;
/// what is sent keeps its order and is written again when a stream breaks (RFC 6120, XEP-0198).
///
/// It outlives streams: `run` it over the first, and over each that the server resumes.  When the server refuses, or
/// the session was closed, `dissolve` tells what became of the stanzas.
public actor Session {
    enum Phase {
        case suspended
        case running
        case closing(patience: Duration)
        case over
    }

    /// Our address.
    public nonisolated let jid: FullJID
    public nonisolated let plan: SessionPlan
    let stamp: AuthorityStamp
    let delegate: any SessionDelegate
    let clock: any SessionClock
    let ids: @Sendable () -> String
    let limits: SessionLimits

    /// What the server announced when the session began: the children of its stream features.
    public private(set) var features: [Element]
    /// What was refused since the session began.
    public internal(set) var refusals = RefusalCounter()

    var phase = Phase.suspended
    var hasRun = false
    var stream: (any XMPPStream)?
    var management: StreamManagement
    var requests: IQTable<RequestWaiter>
    var liveness: Liveness?
    var line = OutgoingLine()
    var attention = Attention.active
    /// Written before on a stream that broke; comes before everything in the line.
    var replay: [Element] = []
    /// Came before Stream Management began to count.
    var uncounted: [Element] = []
    /// Acknowledged entries that no committed batch has told yet.
    var acknowledged: [String]
    /// Whether the server broke the rules of resumption, so that the session ends with its stream.
    var isSpoilt = false
    /// Whether the connection was dropped on purpose.
    var isAbandoned = false
    /// Why the stream ends, when we found out before the stream did.
    var problem: StreamProblem?

    var writerWaits: CheckedContinuation<Void, Never>?
    var sendersWait: [CheckedContinuation<Void, Never>] = []
    var stall: Stall?
    var laterAnswers = 0
    var timer: (deadline: Duration, task: Task<Void, Never>)?

    /// A commit that waits to be tried again.
    struct Stall {
        let until: Duration
        let continuation: CheckedContinuation<Void, Never>
    }

    /// `stamp` decides who is speaking, `ids` makes unguessable ids, never twice the same.
    public init(
        _ origin: SessionOrigin, plan: SessionPlan, stamp: AuthorityStamp, delegate: any SessionDelegate,
        clock: any SessionClock = ContinuousSessionClock(),
        ids: @escaping @Sendable () -> String = { RandomID.make() }, limits: SessionLimits = .standard
    ) {
        precondition(plan.account == origin.jid.bare, "the plan is of another account")
        jid = origin.jid
        features = origin.features
        management = origin.management
        acknowledged = origin.arrived
        requests = IQTable(account: origin.jid.bare)
        self.plan = plan
        self.stamp = stamp
        self.delegate = delegate
        self.clock = clock
        self.ids = ids
        self.limits = limits
        for entry in origin.reserved { line.append(.init(element: entry.element, token: entry.token)) }
    }

    /// What would resume the session, with what is committed by now; `nil` when it cannot be resumed.
    public var resumption: Resumption? {
        if case .over = phase { nil } else { management.resumption }
    }

    /// Whether the server announced this feature when the session began.
    public func serverOffers(_ local: String, _ namespace: Namespace) -> Bool {
        features.contains { $0.has(local, namespace) }
    }

    /// How many stanzas the server has not acknowledged.
    public var unacknowledged: Int { management.unacknowledged }

    var isRunning: Bool {
        switch phase {
        case .running, .closing: true
        case .suspended, .over: false
        }
    }

    var isClosing: Bool { if case .closing = phase { true } else { false } }

    var isOver: Bool { if case .over = phase { true } else { false } }

    func refuse(_ refusal: Refusal) {
        refusals.count(refusal)
        delegate.refused(refusal)
    }

    func keep(features: [Element]) {
        // A resumption inline with SASL2 brings no features (XEP-0198 §9.2): the earlier ones hold.
        if !features.isEmpty { self.features = features }
    }
}
