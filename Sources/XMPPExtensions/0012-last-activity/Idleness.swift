public import XMLStreams
public import XMPPAddresses
public import XMPPSessions
import XMPPStanzas

/// Last Activity (XEP-0012): tells those who see our presence how long we are idle, and asks.
public struct Idleness: XMPPExtension {
    public static let features: [Namespace] = [.lastActivity]

    private let seconds: @Sendable () -> UInt64

    /// `seconds` since a person last did something here.
    public init(seconds: @escaping @Sendable () -> UInt64) { self.seconds = seconds }

    public func join(_ plan: inout SessionPlan) {
        plan.onIQ(.get, LastActivity.codec.name, accepting: [.ownAccount, .ownDevice, .contact]) { _ in
            .result(LastActivity(seconds: seconds()).element)
        }
    }
}

extension Requesting {
    /// Asks how long a resource is idle, an account is away, or a server runs (XEP-0012 §3–5); `nil` asks our own account.
    public func lastActivity(
        of jid: JID?, timeout: Duration = .seconds(60)
    ) async throws(RequestFailure) -> LastActivity {
        let payload = try await request(Element("query", .lastActivity), .get, to: jid, timeout: timeout)
        guard let activity = payload.flatMap({ try? LastActivity($0) }) else { throw .malformedAnswer }
        return activity
    }
}
