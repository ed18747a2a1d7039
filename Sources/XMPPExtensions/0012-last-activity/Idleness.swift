public import XMLStreams
public import XMPPAddresses
public import XMPPSessions
import XMPPStanzas

/// Last Activity (XEP-0012): tells those who see our presence how long we are idle, and asks.
public struct Idleness: XMPPExtension {
    public static let features: [Namespace] = [.lastActivity]

    private let seconds: @Sendable () -> UInt64?

    /// `seconds` since a person last did something here; `nil` when that shall not be told.
    public init(seconds: @escaping @Sendable () -> UInt64?) { self.seconds = seconds }

    public func join(_ plan: inout SessionPlan) {
        plan.onIQ(.get, LastActivity.codec.name, accepting: [.ownAccount, .ownDevice, .contact]) { _ in
            // §4: who does not wish to divulge this MUST return service-unavailable.
            guard let seconds = seconds() else { return .error(.serviceUnavailable) }
            return .result(LastActivity(seconds: seconds).element)
        }
    }
}

extension Requesting {
    /// Asks how long a resource is idle, an account is away, or a server runs (XEP-0012 §3–5).
    public func lastActivity(of jid: JID) async throws(RequestFailure) -> LastActivity {
        let payload = try await request(Element("query", .lastActivity), .get, to: jid)
        guard let activity = payload.flatMap({ try? LastActivity($0) }) else { throw .malformedAnswer }
        return activity
    }
}
