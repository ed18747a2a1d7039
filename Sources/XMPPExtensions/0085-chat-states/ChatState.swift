public import XMLStreams

extension Namespace {
    /// Chat State Notifications (XEP-0085 §11.1).
    public static let chatStates: Namespace = "http://jabber.org/protocol/chatstates"
}

/// What somebody does in a conversation right now (XEP-0085 §2).
public enum ChatState: String, Hashable, Sendable, CaseIterable {
    /// Takes part; every message says so (§5.3).
    case active
    case composing
    /// Was composing, and does not go on.
    case paused
    /// Does not look for now.
    case inactive
    /// Has left the conversation.
    case gone

    /// `nil`: another element.
    public init?(_ element: Element) {
        guard element.name.namespace == .chatStates else { return nil }
        self.init(rawValue: element.name.local)
    }

    public var element: Element { Element(rawValue, .chatStates) }
}
