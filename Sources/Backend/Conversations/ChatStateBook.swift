import XMPPAddresses
import XMPPExtensions

/// What others do in conversations right now; memory only, since it is worth nothing after the stream.
struct ChatStateBook: Sendable {
    /// Conversations, and people in one, that are followed at most.
    static let conversationLimit = 500
    static let peopleLimit = 50

    private struct Shown {
        var state: ChatState
        /// Until when it is believed.
        var end: Duration
    }

    private var conversations: [BareJID: [String: Shown]] = [:]

    var isEmpty: Bool { conversations.isEmpty }

    /// All conversations in which somebody does something.
    var peers: [BareJID] { Array(conversations.keys) }

    /// By address: a bare one, in rooms that of the occupant.
    subscript(peer: BareJID) -> [String: ChatState] { conversations[peer]?.mapValues(\.state) ?? [:] }

    /// When the first of them is believed no longer.
    var nextEnd: Duration? { conversations.values.lazy.flatMap(\.values).map(\.end).min() }

    /// Somebody says what they do; returns whether that is news.
    mutating func note(_ state: ChatState, of person: String, in peer: BareJID, at now: Duration) -> Bool {
        let shown = Shown(state: state, end: now + Self.patience(state))
        let known = conversations[peer]
        guard known != nil || conversations.count < Self.conversationLimit else { return false }
        guard known?[person] != nil || known?.count ?? 0 < Self.peopleLimit else { return false }
        let before = conversations[peer, default: [:]].updateValue(shown, forKey: person)
        return before?.state != state
    }

    /// Nothing is known of somebody any more; returns whether that is news.
    mutating func forget(_ person: String, in peer: BareJID) -> Bool {
        guard conversations[peer]?.removeValue(forKey: person) != nil else { return false }
        if conversations[peer]?.isEmpty == true { conversations[peer] = nil }
        return true
    }

    /// Nothing is known of a conversation any more; returns whether that is news.
    mutating func forget(_ peer: BareJID) -> Bool { conversations.removeValue(forKey: peer) != nil }

    /// Forgets what is too old to be believed (XEP-0085 §8); the conversations that changed.
    mutating func expire(at now: Duration) -> [BareJID] {
        var changed: [BareJID] = []
        for (peer, people) in conversations {
            let left = people.filter { $0.value.end > now }
            guard left.count < people.count else { continue }
            conversations[peer] = left.isEmpty ? nil : left
            changed.append(peer)
        }
        return changed
    }

    /// Whoever composes says so once, however long it takes (XEP-0085 §5.3), so it is believed for a while.
    private static func patience(_ state: ChatState) -> Duration {
        switch state {
        case .composing: .seconds(300)
        case .paused: .seconds(600)
        case .active, .inactive, .gone: .seconds(3600)
        }
    }
}
