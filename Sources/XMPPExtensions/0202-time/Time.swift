public import XMLStreams
public import XMPPAddresses
public import XMPPSessions
import XMPPStanzas

/// Entity Time (XEP-0202): answers those who see our presence, and asks.
public struct Time: XMPPExtension {
    public static let features: [Namespace] = [.entityTime]

    private let now: @Sendable () -> EntityTime

    /// `now` is asked at each request; what it says of the time zone says where we are (§6).
    public init(now: @escaping @Sendable () -> EntityTime) { self.now = now }

    public func join(_ plan: inout SessionPlan) {
        let accepting: Authority.Kinds = [.ownAccount, .ownServer, .ownDevice, .contact]
        plan.onIQ(.get, EntityTime.codec.name, accepting: accepting) { _ in .result(now().element) }
    }
}

extension Requesting {
    /// Asks what somebody's clock says; `nil` asks our own account.
    public func time(of jid: JID?) async throws(RequestFailure) -> EntityTime {
        let payload = try await request(Element("time", .entityTime), .get, to: jid)
        guard let time = payload.flatMap({ try? EntityTime($0) }) else { throw .malformedAnswer }
        return time
    }
}
