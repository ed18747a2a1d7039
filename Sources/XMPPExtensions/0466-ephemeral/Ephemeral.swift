public import XMLStreams
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
