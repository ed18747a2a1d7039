public import XMLStreams
public import XMPPSessions

extension Namespace {
    /// Attention (XEP-0224 §9.1).
    public static let attention: Namespace = "urn:xmpp:attention:0"
}

/// Joined while others may call for the user's attention (XEP-0224 §5, §6); the message says what it means.
public struct Attention: XMPPExtension {
    public static let features: [Namespace] = [.attention]

    public init() {}

    public func join(_ plan: inout SessionPlan) {}

    /// Calls for attention, in a message.
    public static var element: Element { Element("attention", .attention) }

    public static func isMeant(by element: Element) -> Bool { element.has("attention", .attention) }
}
