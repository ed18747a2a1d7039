public import XMLStreams

/// One extension of XMPP: what it announces, what it builds on, and what it does with stanzas.
///
/// It sees the plan of a session, never a socket, a store or a bus.
public protocol XMPPExtension: Sendable {
    /// What is announced by Service Discovery while the extension is joined (XEP-0030 §3.1).
    static var features: [Namespace] { get }
    /// Extensions that must be joined as well.
    static var needs: [any XMPPExtension.Type] { get }

    /// Adds what it does to the plan.
    func join(_ plan: inout SessionPlan)
}

extension XMPPExtension {
    public static var features: [Namespace] { [] }
    public static var needs: [any XMPPExtension.Type] { [] }
}
