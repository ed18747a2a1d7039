import XMLStreams
public import XMPPAddresses
public import XMPPSessions
public import XMPPStanzas

/// Presences about who sees whose presence (RFC 6121 §3), and what of them is not ours to take.
public struct Subscriptions: XMPPExtension {
    public init() {}

    public func join(_ plan: inout SessionPlan) {
        plan.onPresence(at: .authenticate) { presence in
            switch (presence.stanza.type, presence.authority) {
            case (.probe, _):
                // RFC 6121 §4.3: probes are between servers; an answer of ours would go past the server's rules.
                return .refuse(.probe)
            case (.subscribe, .ownAccount), (.subscribed, .ownAccount), (.unsubscribe, .ownAccount),
                (.unsubscribed, .ownAccount), (.subscribe, .ownDevice), (.subscribed, .ownDevice),
                (.unsubscribe, .ownDevice), (.unsubscribed, .ownDevice):
                return .refuse(.ownSubscription)
            default: return .unchanged
            }
        }
    }
}

extension Refusal {
    static let probe = Refusal(code: "presence-probe", section: "RFC 6121 §4.3")
    static let ownSubscription = Refusal(code: "subscription-own", section: "RFC 6121 §3.1.3")
}

extension Presence {
    /// Asks to see somebody's presence, with our nickname for their eyes (RFC 6121 §3.1.1, XEP-0172 §4.1).
    public static func subscribe(to contact: BareJID, nickname: String? = nil, text: LanguageMap = LanguageMap())
        -> Presence
    {
        let payloads = nickname.map { [Nickname($0).element] } ?? []
        return Presence(.subscribe, to: .bare(contact), statuses: text, payloads: payloads)
    }

    /// Lets somebody see our presence, also before they ask where the server can keep that (RFC 6121 §3.1.4, §3.4.1).
    public static func approve(_ contact: BareJID) -> Presence { Presence(.subscribed, to: .bare(contact)) }

    /// Refuses a request, or takes back what was approved (RFC 6121 §3.1.4, §3.2.1).
    public static func deny(_ contact: BareJID) -> Presence { Presence(.unsubscribed, to: .bare(contact)) }

    /// Gives up seeing somebody's presence (RFC 6121 §3.3.1).
    public static func unsubscribe(from contact: BareJID) -> Presence { Presence(.unsubscribe, to: .bare(contact)) }
}
