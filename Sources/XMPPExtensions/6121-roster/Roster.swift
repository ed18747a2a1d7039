public import XMLStreams
public import XMPPAddresses
public import XMPPSessions
import XMPPStanzas

extension Namespace {
    /// Stream feature: the server keeps versions of the roster (RFC 6121 §2.6.1).
    public static let rosterVersions: Namespace = "urn:xmpp:features:rosterver"
    /// Stream feature: subscriptions can be approved before they are asked for (RFC 6121 §3.4).
    public static let preApproval: Namespace = "urn:xmpp:features:pre-approval"
}

/// The roster: pushes from our own account become products, all others are refused (RFC 6121 §2).
public struct Roster: XMPPExtension {
    public init() {}

    public func join(_ plan: inout SessionPlan) {
        // RFC 6121 §2.1.6: "A receiving client MUST ignore the stanza unless it has no 'from' attribute or it has a
        // 'from' attribute whose value matches the user's bare JID".
        plan.onIQ(.set, Name("query", .roster), accepting: .ownAccount, otherwise: .foreignRosterPush) { request in
            guard let push = RosterPush(request.payload) else { return .refuse(.malformedRosterPush) }
            return .produce(push)
        }
    }
}

extension Refusal {
    public static let foreignRosterPush = Refusal(code: "roster-push-foreign", section: "RFC 6121 §2.1.6")
    static let malformedRosterPush = Refusal(code: "roster-push-malformed", section: "RFC 6121 §2.1.6")
}

extension Session {
    /// Whether the server keeps versions of the roster.
    public var offersRosterVersions: Bool { serverOffers("ver", .rosterVersions) }
    /// Whether subscriptions can be approved in advance.
    public var offersPreApproval: Bool { serverOffers("sub", .preApproval) }
}

extension Requesting {
    /// Asks for the roster; `version` is what is known already, `""` when nothing is, `nil` when the server keeps no
    /// versions (RFC 6121 §2.6.2).
    public func roster(since version: String?) async throws(RequestFailure) -> RosterAnswer {
        let payload = try await request(Element("query", .roster, ["ver": version]), .get)
        guard let answer = RosterAnswer(payload) else { throw .malformedAnswer }
        return answer
    }

    /// Adds a contact or changes its name and groups; the server then pushes what holds (RFC 6121 §2.3, §2.4).
    public func setRosterItem(_ item: RosterItem) async throws(RequestFailure) {
        _ = try await request(Element("query", .roster, children: [item.settable]), .set)
    }

    /// Removes a contact and all subscriptions (RFC 6121 §2.5).
    public func removeRosterItem(_ jid: BareJID) async throws(RequestFailure) {
        let item = Element("item", .roster, ["jid": jid.description, "subscription": "remove"])
        _ = try await request(Element("query", .roster, children: [item]), .set)
    }
}
