public import XMLStreams
public import XMPPSessions
import XMPPStanzas

extension Namespace {
    /// Ephemeral Messages (XEP-0466 §11.1).
    public static let ephemeral: Namespace = "urn:xmpp:ephemeral:0"
}

/// The wish that a message be deleted some time after it was read (XEP-0466 §3.2).
///
/// Nothing but a wish: nobody can be made to delete what they have (§9).
public struct Ephemeral: Hashable, Sendable {
    /// Seconds.
    public var timer: UInt32

    public init(timer: UInt32) { self.timer = timer }

    /// The first one among a message's payloads; `nil` where there is none, or one without a number.
    public init?(in payloads: [Element]) {
        guard let element = payloads.first(where: { $0.has("ephemeral", .ephemeral) }),
            let timer = element[attribute: "timer"].flatMap(UInt32.init(xmlText:))
        else { return nil }
        self.timer = timer
    }

    public var element: Element { Element("ephemeral", .ephemeral, ["timer": String(timer)]) }
}

/// Says that timers are honoured (XEP-0466 §3.1).
public struct EphemeralMessages: XMPPExtension {
    public static let features: [Namespace] = [.ephemeral]

    public init() {}

    /// Timers are payloads of messages, and stored with them.
    public func join(_ plan: inout SessionPlan) {}
}
