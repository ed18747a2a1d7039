public import XMLStreams
public import XMPPAddresses
public import XMPPSessions
import XMPPStanzas

/// XMPP Ping (XEP-0199), both ways.
public struct Ping: XMPPExtension {
    public static let features: [Namespace] = [.ping]

    public init() {}

    public func join(_ plan: inout SessionPlan) {
        let accepting: Authority.Kinds = [.ownAccount, .ownServer, .ownDevice, .contact, .room]
        plan.onIQ(.get, Name("ping", .ping), accepting: accepting) { _ in .result(nil) }
    }
}

extension Requesting {
    /// Returns when the other side has answered; `nil` asks our own server.
    ///
    /// `service-unavailable` and `feature-not-implemented` from somebody with an account, or from a server, are answers
    /// as well: somebody was there to say them (XEP-0199 §4).  From a resource they may mean that nobody is.
    public func ping(_ to: JID? = nil, timeout: Duration = .seconds(30)) async throws(RequestFailure) {
        do throws(RequestFailure) {
            _ = try await request(Element("ping", .ping), .get, to: to, timeout: timeout)
        } catch {
            guard case .refused(let answer) = error, to?.resource == nil,
                answer.condition == .serviceUnavailable || answer.condition == .featureNotImplemented
            else { throw error }
        }
    }
}
