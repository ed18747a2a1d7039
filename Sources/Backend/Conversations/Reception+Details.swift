import Domain
import XMLStreams
import XMPPAddresses
import XMPPExtensions
import XMPPSessions
import XMPPStanzas

extension Reception {
    /// How long what was not meant to be kept is there once it was read, in seconds (XEP-0334 §4.1): a day.
    static let lifetimeOfUnkept: UInt32 = 86_400

    /// What is kept beside the texts; `nil`: nothing.
    var details: EntryDetails? {
        guard hasDetails else { return nil }
        var details = EntryDetails()
        details.reply = payloads.reply.map { EntryDetails.Reply(id: $0.id, author: $0.author?.description) }
        details.fallbacks = fallbacks
        details.isAttention = isAttention
        if isUnkept { details.lifetime = Self.lifetimeOfUnkept }
        return details
    }

    private var hasDetails: Bool {
        payloads.reply != nil || !payloads.fallbacks.isEmpty || isAttention || isUnkept
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
    private var isUnkept: Bool { !payloads.hints.isDisjoint(with: [.noStore, .noPermanentStore]) }

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
