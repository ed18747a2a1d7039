import Domain
import Store
import XMPPAddresses
import XMPPExtensions
import XMPPSessions
import XMPPStanzas

/// What a received message means for the store, decided from the message and its authority alone.
enum Reception {
    enum Verdict {
        case store(NewEntry)
        /// Something we sent was refused.
        case failed(peer: BareJID, id: String, Reason)
        /// Nothing to keep: a message without text.
        case nothing
        case refuse(Refusal)
    }

    /// A groupchat message from a room that was not joined is somebody's invention.
    static let groupchatNotJoined = Refusal(code: "groupchat-not-joined", section: "XEP-0045 §7.4")
    /// An error must tell which message it is about.
    static let errorWithoutID = Refusal(code: "error-without-id", section: "RFC 6120 §8.1.3")

    static func verdict(
        on incoming: Incoming<Message>, account: AccountID, own: BareJID, arrival: Arrival
    ) -> Verdict {
        let message = incoming.stanza
        let direction = direction(incoming, own)
        let peer = (direction == .outgoing ? message.to?.bare : message.from?.bare) ?? own
        switch message.type {
        case .error:
            // The error of an archive is long known, or was for somebody else.
            if case .archived = incoming.passage { return .nothing }
            guard let id = message.id, !id.isEmpty else { return .refuse(errorWithoutID) }
            return .failed(peer: peer, id: id, reason(message.error))
        case .groupchat:
            guard case .room = incoming.authority else { return .refuse(groupchatNotJoined) }
        case .chat, .normal, .headline: break
        }
        guard !message.bodies.isEmpty || !message.subjects.isEmpty else { return .nothing }
        let received = arrival.received
        let stamp = arrival.archived?.microseconds ?? delay(incoming, own)
        let content = EntryContent(
            direction: direction, kind: EntryKind(message.type), author: message.from?.description ?? own.description,
            sentAt: stamp.map { clamp($0, now: received) } ?? received, receivedAt: received,
            texts: Domain.LanguageMap(message.bodies), subjects: Domain.LanguageMap(message.subjects),
            thread: message.thread?.id, threadParent: message.thread?.parent, messageID: message.id,
            originID: OriginID(in: message.payloads)?.id, stanzaIDs: arrival.stanzaID.map { [$0] } ?? [],
            state: direction == .outgoing ? .onServer : nil)
        return .store(
            NewEntry(
                account: account, peer: peer, conversationKind: kind(incoming.authority), content: content,
                twin: .byArchiveOrSender, origin: arrival.origin, countsAsUnread: arrival.isNews))
    }

    private static func delay(_ incoming: Incoming<Message>, _ own: BareJID) -> Int64? {
        Delay.best(in: incoming.stanza.payloads, from: incoming.authority, account: own)?.0.stamp.microseconds
    }

    /// What another device of the account sent to somebody came to us as a copy, and reads like what we sent.
    private static func direction(_ incoming: Incoming<Message>, _ own: BareJID) -> EntryDirection {
        guard incoming.passage != .direct, let to = incoming.stanza.to?.bare, to != own else { return .incoming }
        switch incoming.authority {
        case .ownAccount, .ownDevice: return .outgoing
        case .ownServer, .room, .contact, .stranger: return .incoming
        }
    }

    private static func kind(_ authority: Authority) -> Conversation.Kind {
        switch authority {
        case .ownServer: .server
        case .room: .room
        case .ownAccount, .ownDevice, .contact, .stranger: .chat
        }
    }

    /// Stamps are remote: what lies before XMPP or after tomorrow is no date (security of displays and of order).
    static func clamp(_ stamp: Int64, now: Timestamp) -> Timestamp {
        let earliest = Timestamp(microseconds: 946_684_800_000_000)  // 2000-01-01
        let latest = now.advanced(byMicroseconds: 86_400_000_000)
        return min(max(Timestamp(microseconds: stamp), earliest), max(latest, earliest))
    }

    private static func reason(_ error: StanzaError?) -> Reason {
        guard let error else { return Reason(code: "undefined-condition", sentence: "The other side refused it.") }
        let code = error.condition.rawValue
        return Reason(code: code, sentence: "The other side refused it: \(code).")
    }
}

extension EntryKind {
    init(_ type: MessageType) {
        switch type {
        case .chat: self = .chat
        case .groupchat: self = .groupchat
        case .headline: self = .headline
        case .normal: self = .normal
        case .error: self = .error
        }
    }
}
