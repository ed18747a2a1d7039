import XMLStreams
import XMPPStanzas

extension Namespace {
    /// Stanza Forwarding (XEP-0297 §6).
    static let forward: Namespace = "urn:xmpp:forward:0"
}

/// A message inside another one, as it was somewhere else (XEP-0297 §3).
struct Forwarded {
    var message: Message
    /// When whoever forwards it got it; `nil`: not said.
    var delay: Delay?

    /// What a wrapper holds; `nil` unless that is one message.
    init?(in wrapper: Element) {
        let found = wrapper.children("forwarded", .forward)
        guard found.count == 1, let forwarded = found.first else { return nil }
        let messages = forwarded.children("message", .client)
        guard messages.count == 1, let element = messages.first, let message = try? Message(element) else { return nil }
        self.message = message
        delay = forwarded.child("delay", .delay).flatMap { try? Delay($0) }
    }
}
