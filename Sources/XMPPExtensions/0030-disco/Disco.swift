public import XMLStreams
public import XMPPAddresses
public import XMPPSessions
import XMPPStanzas

/// Service Discovery (XEP-0030): says what we are and can do, to those who may know that we are here.
public struct Disco: XMPPExtension {
    public static let features: [Namespace] = [.discoInfo, .discoItems]

    private let identities: [DiscoIdentity]
    private let forms: [DiscoForm]

    /// What we say we are; `forms` as in XEP-0128, empty for none.
    public init(identities: [DiscoIdentity], forms: [DiscoForm] = []) {
        self.identities = identities
        self.forms = forms
    }

    /// What we say of ourselves, once all extensions have joined.
    public func info(for plan: SessionPlan) -> DiscoInfo {
        DiscoInfo(identities: identities, features: plan.features.map(\.rawValue), forms: forms)
    }

    public func join(_ plan: inout SessionPlan) {
        plan.whenComplete { plan in
            let info = info(for: plan)
            let nodes = plan.ownNodes
            let accepting: Authority.Kinds = [.ownAccount, .ownServer, .ownDevice, .contact, .room]
            plan.onIQ(.get, Name("query", .discoInfo), accepting: accepting) { request in
                let node = request.payload[attribute: "node"]
                // XEP-0030 §3.2: an unknown node does not exist.
                guard node.map(nodes.contains) ?? true else { return .error(.itemNotFound) }
                var answer = info
                answer.node = node
                return .result(answer.element)
            }
            plan.onIQ(.get, Name("query", .discoItems), accepting: accepting) { request in
                // XEP-0030 §4.2: nothing belongs to us, and an empty answer says so.
                let node = request.payload[attribute: "node"]
                return node == nil ? .result(Element("query", .discoItems)) : .error(.itemNotFound)
            }
        }
    }
}

extension Requesting {
    /// Asks what somebody is and can do; `nil` asks our own account (XEP-0030 §3.1).
    public func info(
        of jid: JID?, node: String? = nil, timeout: Duration = .seconds(60)
    ) async throws(RequestFailure) -> DiscoInfo {
        let query = Element("query", .discoInfo, ["node": node])
        let payload = try await request(query, .get, to: jid, timeout: timeout)
        guard let info = payload.flatMap(DiscoInfo.init) else { throw .malformedAnswer }
        return info
    }

    /// Asks what belongs to somebody (XEP-0030 §4.1): the first 2,000 items, those without a proper address left out.
    public func items(
        of jid: JID?, node: String? = nil, timeout: Duration = .seconds(60)
    ) async throws(RequestFailure) -> [DiscoItem] {
        let query = Element("query", .discoItems, ["node": node])
        let payload = try await request(query, .get, to: jid, timeout: timeout)
        guard let items = payload.flatMap(DiscoItem.list) else { throw .malformedAnswer }
        return items
    }
}
