public import XMLStreams
public import XMPPAddresses

/// Where a session starts from.
public struct SessionOrigin: Sendable {
    /// A stanza of an outbox entry that an earlier process had given a place in the stream.
    public struct Reserved: Sendable {
        public var number: UInt32
        public var element: Element
        public var token: String

        public init(number: UInt32, element: Element, token: String) {
            self.number = number
            self.element = element
            self.token = token
        }
    }

    /// Our address in this session.
    public let jid: FullJID
    /// What the server announced when the resource was bound.
    public let features: [Element]
    let management: StreamManagement
    let arrived: [String]
    let reserved: [Reserved]

    /// A new session; `nil` when the outcome is a resumption.
    public init?(_ outcome: LoginOutcome) {
        guard case .bound(let jid, let grant) = outcome.binding else { return nil }
        self.jid = jid
        features = outcome.features
        management = StreamManagement(grant: grant)
        arrived = []
        reserved = []
    }

    /// A session that an earlier process began and the server resumed; `nil` when the outcome is a new session.
    ///
    /// `outbox` are the entries with a place in the stream that are not acknowledged.  By the server's count some of
    /// them have arrived; the others get new places and are written again, in their order.
    public init?(resuming outcome: LoginOutcome, as jid: FullJID, with resumption: Resumption, outbox: [Reserved]) {
        guard case .resumed(let count) = outcome.binding else { return nil }
        self.jid = jid
        features = outcome.features
        let grant = StreamManagementGrant(id: resumption.id, location: resumption.location)
        management = StreamManagement(grant: grant, handled: resumption.handled, sent: count)
        // Numbers wrap: one is behind the count when it is less than half of the circle away.
        let ordered = outbox.sorted { Int32(bitPattern: $0.number &- $1.number) < 0 }
        arrived = ordered.filter { count &- $0.number <= UInt32(Int32.max) }.map(\.token)
        reserved = ordered.filter { count &- $0.number > UInt32(Int32.max) }
    }
}
