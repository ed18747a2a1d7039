public import XMLStreams
public import XMPPAddresses
public import XMPPSessions
import XMPPStanzas

/// Entity Time (XEP-0202): answers those who see our presence, and asks.
public struct Time: XMPPExtension {
    public static let features: [Namespace] = [.entityTime]

    private let now: @Sendable () -> EntityTime

    /// `now` is asked at each request; its time zone tells where we are, so strangers get none (§6).
    public init(now: @escaping @Sendable () -> EntityTime) { self.now = now }

    public func join(_ plan: inout SessionPlan) {
        let accepting: Authority.Kinds = [.ownAccount, .ownServer, .ownDevice, .contact]
        plan.onIQ(.get, EntityTime.codec.name, accepting: accepting) { _ in .result(now().element) }
    }
}

extension Requesting {
    /// Asks what somebody's clock says; `nil` asks our own account.
    public func time(
        of jid: JID?, timeout: Duration = .seconds(60)
    ) async throws(RequestFailure) -> EntityTime {
        let payload = try await request(Element("time", .entityTime), .get, to: jid, timeout: timeout)
        guard let time = payload.flatMap({ try? EntityTime($0) }) else { throw .malformedAnswer }
        return time
    }
}
