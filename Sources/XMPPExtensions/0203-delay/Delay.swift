public import XMLStreams
public import XMPPAddresses
public import XMPPSessions
public import XMPPStanzas

extension Namespace {
    /// Delayed Delivery (XEP-0203 §7.1).
    public static let delay: Namespace = "urn:xmpp:delay"
}

/// A note that a stanza was kept somewhere before it came (XEP-0203 §2).
public struct Delay: Hashable, Sendable, MessagePayload, PresencePayload {
    /// Who kept it; `nil`: not said.
    public var from: JID?
    /// When it was sent.
    public var stamp: XMPPDateTime
    /// Why, for people; "" when not said.
    public var reason: String

    public init(from: JID? = nil, stamp: XMPPDateTime, reason: String = "") {
        self.from = from
        self.stamp = stamp
        self.reason = reason
    }

    public static let codec = Codec(
        Name("delay", .delay), { Delay(from: $0, stamp: $1, reason: $2) },
        .attribute("from", \.from), .attribute("stamp", \.stamp), .text(\.reason))
}

extension Delay {
    /// How far a note can be believed (XEP-0203 §5).
    public enum Credence: Hashable, Sendable {
        /// Our server or our account kept it.
        case server
        /// The room that passed it on kept it.
        case room
        /// The sender, or their server, says so: no more than their word.
        case sender
    }

    /// The note among a stanza's payloads that can be believed most; `nil` when there is none to be believed at all.
    ///
    /// A note of a third party is nobody's word: anybody could have written it into the stanza.
    public static func best(in payloads: [Element], from authority: Authority, account: BareJID) -> (Delay, Credence)? {
        var best: (delay: Delay, credence: Credence)?
        for payload in payloads where payload.has("delay", .delay) {
            guard let delay = try? Delay(payload), let credence = delay.credence(authority, account) else { continue }
            if best == nil || credence.rank < (best?.credence.rank ?? .max) { best = (delay, credence) }
        }
        return best.map { ($0.delay, $0.credence) }
    }

    private func credence(_ authority: Authority, _ account: BareJID) -> Credence? {
        if let from, from.bare == account || from == .bare(account.domainJID) { return .server }
        switch authority {
        case .ownAccount, .ownServer: return .server
        case .ownDevice: return nil
        case .room(let room): return from == nil || from?.bare == room.bare ? .room : nil
        case .contact(let sender), .stranger(let sender):
            return from == nil || from?.bare == sender.bare || from == .bare(sender.bare.domainJID) ? .sender : nil
        }
    }
}

extension Delay.Credence {
    fileprivate var rank: Int {
        switch self {
        case .server: 0
        case .room: 1
        case .sender: 2
        }
    }
}
