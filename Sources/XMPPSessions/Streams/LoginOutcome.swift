public import SASLMechanisms
public import XMLStreams
public import XMPPAddresses

/// How a stream is protected, for `status`.
public struct StreamSecurity: Sendable, Hashable {
    /// `TLSv1.3`.
    public var tlsVersion: String
    public var cipher: String
    /// `direct` or `starttls`.
    public var tls: TLSMode
    /// `SCRAM-SHA-256-PLUS`.
    public var mechanism: String
    /// `tls-exporter`; `nil`: none.
    public var channelBinding: String?
    /// The peer's address as text, `[::1]:5223`.
    public var address: String

    public init(
        tlsVersion: String, cipher: String, tls: TLSMode, mechanism: String, channelBinding: String?, address: String
    ) {
        self.tlsVersion = tlsVersion
        self.cipher = cipher
        self.tls = tls
        self.mechanism = mechanism
        self.channelBinding = channelBinding
        self.address = address
    }
}

/// What the server granted for Stream Management when it was enabled (XEP-0198 §3).
public struct StreamManagementGrant: Sendable, Hashable {
    /// The id to resume with; `nil`: acknowledgements only.
    public var id: String?
    /// Seconds the server keeps the stream; `nil`: unknown.
    public var maximum: UInt32?
    public var location: String?

    public init(id: String?, maximum: UInt32? = nil, location: String? = nil) {
        self.id = id
        self.maximum = maximum
        self.location = location
    }
}

/// An open stream, ready for stanzas.
public struct LoginOutcome: Sendable {
    public enum Binding: Sendable, Hashable {
        /// A new session; Stream Management is on when there is a grant.
        case bound(FullJID, StreamManagementGrant?)
        /// The old session goes on; the server has handled this many of our stanzas, modulo 2^32.
        case resumed(handled: UInt32)
    }

    public var stream: any XMPPStream
    public var binding: Binding
    /// True when a resumption was asked for and refused: what was unacknowledged is then in doubt.  With it comes,
    /// where the server said so, how many of our stanzas it had handled (XEP-0198 §5, `<failed h=''/>`).
    public var refusedResumption: Bool
    public var handledBeforeFailure: UInt32?
    /// The children of the last `<stream:features/>`.
    public var features: [Element]
    public var security: StreamSecurity
    /// What must not get weaker from now on; to be stored.
    public var pin: LoginPin
    /// A token to keep for next time; `nil`: keep what was there, unless it was refused.
    public var token: FASTToken?
    /// True when the server refused the token of the request and another way was taken: forget it (XEP-0484 §4.1).
    public var refusedToken: Bool
    /// SCRAM keys that were derived for this login and may be kept in place of the password; `nil`: none were.
    public var keys: SCRAMKeys?
    /// Stanzas that arrived between binding and the start of Stream Management: Stream Management does not count them.
    public var uncounted: [Element]
    /// Whether the server took `<inactive/>` or carbons inline with Bind 2, by namespace.
    public var enabledInline: [Namespace]

    public init(
        stream: any XMPPStream, binding: Binding, refusedResumption: Bool = false, handledBeforeFailure: UInt32? = nil,
        features: [Element], security: StreamSecurity, pin: LoginPin, token: FASTToken? = nil,
        refusedToken: Bool = false, keys: SCRAMKeys? = nil, uncounted: [Element] = [], enabledInline: [Namespace] = []
    ) {
        self.stream = stream
        self.binding = binding
        self.refusedResumption = refusedResumption
        self.handledBeforeFailure = handledBeforeFailure
        self.features = features
        self.security = security
        self.pin = pin
        self.token = token
        self.refusedToken = refusedToken
        self.keys = keys
        self.uncounted = uncounted
        self.enabledInline = enabledInline
    }
}

/// Opens streams: the only door to the network.
public protocol StreamConnector: Sendable {
    /// Finds the server, secures the connection, authenticates, and resumes or binds.
    ///
    /// Cancelling the task closes what was opened so far.
    func connect(_ request: LoginRequest) async throws(StreamProblem) -> LoginOutcome
}
