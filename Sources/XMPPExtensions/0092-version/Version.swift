public import XMLStreams
public import XMPPAddresses
public import XMPPSessions
import XMPPStanzas

/// Software Version (XEP-0092): answers those who see our presence, and asks.
public struct Version: XMPPExtension {
    public static let features: [Namespace] = [.softwareVersion]

    private let answer: SoftwareVersion

    /// What we answer; without the operating system unless its user wants it told (§5).
    public init(_ answer: SoftwareVersion) { self.answer = answer }

    public func join(_ plan: inout SessionPlan) {
        let element = answer.element
        let accepting: Authority.Kinds = [.ownAccount, .ownServer, .ownDevice, .contact]
        plan.onIQ(.get, SoftwareVersion.codec.name, accepting: accepting) { _ in .result(element) }
    }
}

extension Requesting {
    /// Asks for the name and version of somebody's software; `nil` asks our own account.
    public func version(
        of jid: JID?, timeout: Duration = .seconds(60)
    ) async throws(RequestFailure) -> SoftwareVersion {
        let payload = try await request(Element("query", .softwareVersion), .get, to: jid, timeout: timeout)
        guard let version = payload.flatMap({ try? SoftwareVersion($0) }) else { throw .malformedAnswer }
        return version
    }
}
