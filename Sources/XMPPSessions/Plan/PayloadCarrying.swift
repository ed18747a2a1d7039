import XMLStreams
import XMPPStanzas

/// A stanza with extended content (RFC 6120 §8.4).
protocol PayloadCarrying: Sendable {
    var payloads: [Element] { get set }
    var isError: Bool { get }
}

extension Message: PayloadCarrying {}
extension Presence: PayloadCarrying {}
