public import XMLStreams
public import XMPPSessions
import XMPPStanzas

/// Events of the account's own nodes (XEP-0163), as far as they are asked for.
///
/// They are believed from our own account only, as it speaks now: nobody else keeps our data (XEP-0223 §6,
/// CVE-2023-28686), and what an archive or a copy has of them is not how things are.
public struct PersonalEvents: XMPPExtension {
    /// The nodes whose events are asked for.
    static let nodes: [Namespace] = [.displayedSync, .bookmarks, .conversationSettings]
    public static let features: [Namespace] = nodes.map(\.notify)

    public init() {}

    public func join(_ plan: inout SessionPlan) {
        plan.onMessage(
            containing: Name("event", .pubsubEvent), at: .authenticate, accepting: .ownAccount,
            otherwise: .strike(.foreignPersonalEvent)
        ) { incoming in
            let events = incoming.stanza.payloads.filter { $0.has("event", .pubsubEvent) }
            guard incoming.passage == .direct, events.count == 1, let event = events.first.flatMap(PersonalEvent.init),
                Self.nodes.contains(event.node)
            else { return .refuse(.unaskedPersonalEvent) }
            return .produce(event)
        }
    }
}

extension Refusal {
    public static let foreignPersonalEvent = Refusal(code: "pep-foreign", section: "XEP-0223 §6")
    static let unaskedPersonalEvent = Refusal(code: "pep-unasked", section: "XEP-0163 §4.3.1")
}
