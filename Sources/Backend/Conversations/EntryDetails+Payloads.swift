import Domain
import XMLStreams
import XMPPAddresses
import XMPPExtensions

extension EntryDetails {
    /// What stands beside the texts on the wire, in a lasting order.
    var payloads: [Element] {
        var payloads: [Element] = []
        if let reply {
            payloads.append(XMPPExtensions.Reply(to: reply.id, by: reply.author.flatMap { try? JID($0) }).element)
        }
        for fallback in fallbacks {
            let body = fallback.range.map { XMPPExtensions.Fallback.Extent.ranges([$0]) } ?? .whole
            payloads.append(
                XMPPExtensions.Fallback(for: Namespace(rawValue: fallback.namespace), body: body).element)
        }
        if isAttention { payloads.append(Attention.element) }
        return payloads
    }
}
