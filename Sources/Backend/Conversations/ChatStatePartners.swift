import XMPPAddresses
import XMPPExtensions

/// With whom chat states are exchanged, and what they heard last (XEP-0085 §5.1, §5.3); memory only.
struct ChatStatePartners: Sendable {
    /// Addresses remembered at most; beyond that all are forgotten, and found out again.
    static let limit = 1000

    private struct Partner {
        /// Whether their messages carry states; `nil`: they have not said anything yet.
        var isWilling: Bool?
        /// What they were told last; `nil`: nothing.
        var told: ChatState?
    }

    private var partners: [BareJID: Partner] = [:]

    /// Notes what somebody's message says about states.
    /// - Parameter isContent: whether it said something else as well.
    mutating func heard(from peer: BareJID, hasState: Bool, isContent: Bool) {
        guard hasState || isContent else { return }
        change(peer) { $0.isWilling = hasState }
    }

    /// Whether a message to somebody says `active`: until they have answered without, and as long as they do (§5.1).
    mutating func tellsActive(_ peer: BareJID) -> Bool {
        guard partners[peer]?.isWilling != false else { return false }
        change(peer) { $0.told = .active }
        return true
    }

    /// Whether somebody may be told a state on its own: they exchange states, and have not just heard the same.
    mutating func tells(_ state: ChatState, _ peer: BareJID) -> Bool {
        guard let known = partners[peer], known.isWilling == true, known.told != state else { return false }
        change(peer) { $0.told = state }
        return true
    }

    /// Whoever is told something now has heard nothing before: the stream is another one.
    mutating func forgetTold() {
        for peer in partners.keys { partners[peer]?.told = nil }
    }

    private mutating func change(_ peer: BareJID, _ action: (inout Partner) -> Void) {
        if partners.count >= Self.limit, partners[peer] == nil { partners = [:] }
        action(&partners[peer, default: Partner()])
    }
}
