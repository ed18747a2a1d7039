public import XMLStreams
public import XMPPAddresses
public import XMPPSessions
import XMPPStanzas

/// Software Version (XEP-0092): answers those who see our presence, and asks.
public struct Version: XMPPExtension {
    public static let features: [Namespace] = [.softwareVersion]

    private let answer: SoftwareVersion

    /// What we answer; the operating system only when its user wants that (§5).
    public init(_ answer: SoftwareVersion) { self.answer = answer }

    public func join(_ plan: inout SessionPlan) {
        let element = answer.element
        let accepting: Authority.Kinds = [.ownAccount, .ownServer, .ownDevice, .contact]
        plan.onIQ(.get, SoftwareVersion.codec.name, accepting: accepting) { _ in .result(element) }
    }
}

extension Requesting {
    /// Asks for the name and version of somebody's software; `nil` asks our own server's account service.
    public func version(of jid: JID?) async throws(RequestFailure) -> SoftwareVersion {
        let payload = try await request(Element("query", .softwareVersion), .get, to: jid)
        guard let version = payload.flatMap({ try? SoftwareVersion($0) }) else { throw .malformedAnswer }
        return version
    }
}
