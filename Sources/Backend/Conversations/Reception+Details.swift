import Domain
import XMLStreams
import XMPPAddresses
import XMPPExtensions
import XMPPSessions
import XMPPStanzas

extension Reception {
    /// How long what is not to be kept for good is there once it was read, in seconds: a day.
    ///
    /// XEP-0334 §4.1 wants it in no permanent archive; a history is one.  What is not to be stored at all (§4.2) is a
    /// matter of servers: the message is here, and would be lost otherwise before anybody has read it.
    static let lifetimeOfUnkept: UInt32 = 86_400

    /// What is kept beside the texts; `nil`: nothing.
    var details: EntryDetails? {
        var details = EntryDetails()
        if let seal {
            // What else there is belongs to a text that is not here.
            details.lifetime = payloads.text.timer
            if !message.bodies.isEmpty { details.fallbacks = [EntryDetails.Fallback(namespace: seal.namespace)] }
        } else {
            details.add(payloads.text, of: message, for: reader)
            details.fallbacks = fallbacks
        }
        details.reply = payloads.reply.map { EntryDetails.Reply(id: $0.id, author: $0.author?.description) }
        details.isAttention = isAttention
        if isUnkept { details.lifetime = min(details.lifetime ?? .max, Self.lifetimeOfUnkept) }
        return details.isEmpty ? nil : details
    }

    /// The user; in a room nothing calls them by their id, as long as it is not known which one that is.
    private var reader: EntryDetails.Reader {
        EntryDetails.Reader(jid: own, isInRoom: isInRoom, isAddressed: !isOwn)
    }

    /// Whether the user wrote it, on whatever device.
    private var isOwn: Bool {
        switch incoming.authority {
        case .ownAccount, .ownDevice: true
        case .ownServer, .room, .contact, .stranger: direction == .outgoing
        }
    }

    /// A call for attention counts at once or not at all (XEP-0224 §4), and from those whom we know (§7).
    var isAttention: Bool {
        guard payloads.isAttention, !payloads.isDelayed, direction == .incoming, arrival.archived == nil else {
            return false
        }
        switch incoming.authority {
        case .contact, .room, .ownAccount, .ownServer, .ownDevice: return true
        case .stranger: return false
        }
    }

    /// Whether the sender wants no lasting copy.  It is kept until it was read, since nobody could read it otherwise.
    private var isUnkept: Bool { payloads.hints.contains(.noPermanentStore) }

    /// Parts that stand in for something unnamed tell nobody anything.
    private var fallbacks: [EntryDetails.Fallback] {
        var found: [EntryDetails.Fallback] = []
        for fallback in payloads.fallbacks {
            guard let namespace = fallback.purpose?.rawValue else { continue }
            switch fallback.body {
            case .none: break
            case .whole: found.append(EntryDetails.Fallback(namespace: namespace))
            case .ranges(let ranges):
                found += ranges.map { EntryDetails.Fallback(namespace: namespace, range: $0) }
            }
        }
        return Array(found.prefix(Fallback.limit))
    }
}
