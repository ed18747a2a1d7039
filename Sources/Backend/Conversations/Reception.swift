import Domain
import Store
import XMPPAddresses
import XMPPExtensions
import XMPPSessions
import XMPPStanzas

/// What a received message means for the store, decided from the message and its authority alone.
///
/// Who may do what to which entry is decided by the store (`ActRule`), which knows the entry; here is decided who may
/// say such a thing at all.
struct Reception {
    enum Verdict {
        case store(NewEntry)
        /// Something was done to other entries.
        case act([Act])
        /// Both in one.
        case storeAndAct(NewEntry, [Act])
        /// Something we sent was refused.
        case failed(peer: BareJID, id: String, Reason)
        /// Nothing to keep: a message without text.
        case nothing
        case refuse(Refusal)
    }

    let incoming: Incoming<Message>
    let payloads: MessagePayloads
    let account: AccountID
    let own: BareJID
    let arrival: Arrival
    let direction: EntryDirection
    let peer: BareJID

    init(
        _ incoming: Incoming<Message>, _ payloads: MessagePayloads, account: AccountID, own: BareJID, arrival: Arrival
    ) {
        self.incoming = incoming
        self.payloads = payloads
        self.account = account
        self.own = own
        self.arrival = arrival
        direction = Self.direction(incoming, own)
        peer = (direction == .outgoing ? incoming.stanza.to?.bare : incoming.stanza.from?.bare) ?? own
    }

    static func verdict(
        on incoming: Incoming<Message>, account: AccountID, own: BareJID, arrival: Arrival
    ) -> Verdict {
        let payloads = MessagePayloads(incoming.stanza.payloads)
        return Reception(incoming, payloads, account: account, own: own, arrival: arrival).verdict
    }

    var message: Message { incoming.stanza }

    var verdict: Verdict {
        switch message.type {
        case .error: return failure
        case .groupchat:
            guard case .room = incoming.authority else { return .refuse(.groupchatNotJoined) }
            guard incoming.passage == .direct else { return .refuse(.groupchatSecondHand) }
        case .chat, .normal, .headline: break
        }
        if payloads.isTombstone { return tombstone }
        // Where there is a text, it is at least that.
        if payloads.isAmbiguous, !saysSomething { return .refuse(.ambiguousAct) }
        if payloads.isMalformed, payloads.deed == nil, !saysSomething { return .refuse(.malformedAct) }
        do throws(RefusedAct) {
            return Self.verdict(entry, try acts)
        } catch {
            return .refuse(error.refusal)
        }
    }

    private static func verdict(_ entry: NewEntry?, _ acts: [Act]) -> Verdict {
        switch (entry, acts.isEmpty) {
        case (let entry?, true): .store(entry)
        case (let entry?, false): .storeAndAct(entry, acts)
        case (nil, false): .act(acts)
        case (nil, true): .nothing
        }
    }

    /// A message that came back.
    private var failure: Verdict {
        // The error of an archive is long known, or was for somebody else.
        if case .archived = incoming.passage { return .nothing }
        guard let id = message.id, !id.isEmpty else { return .refuse(.errorWithoutID) }
        return .failed(peer: peer, id: id, Reason(message.error))
    }

    /// Only an archive can say what is left of a message; what it leaves is nothing (XEP-0424 §4).
    private var tombstone: Verdict {
        if case .archived = incoming.passage { return .nothing }
        return .refuse(.tombstoneOutsideArchive)
    }

    // MARK: Entries

    /// What is to be kept as something that was said; `nil`: nothing was.
    private var entry: NewEntry? {
        switch payloads.deed {
        // What nobody can read here takes no other text's place: it stands by itself.
        case .correct: if !isSealed { return nil }
        case .retract: return nil
        // A reaction with a text that is not there for others only says something as well.
        case .react: if !hasOwnText, !isSealed { return nil }
        case nil: break
        }
        guard saysSomething || isAttention else { return nil }
        return newEntry
    }

    /// A correction as an entry of its own, for when what it corrects is not here and will not come; `nil`: it is none.
    var standIn: NewEntry? {
        guard case .correct = payloads.deed, hasText, !isSealed else { return nil }
        return newEntry
    }

    private var newEntry: NewEntry {
        var entry = NewEntry(
            account: account, peer: peer, conversationKind: kind, content: content, twin: .byArchiveOrSender,
            origin: arrival.origin, countsAsUnread: arrival.isNews)
        entry.follows = arrival.follows
        return entry
    }

    /// Which encryption keeps the message from being read here; `nil`: none.
    ///
    /// Whatever text it has stands in for what cannot be read (XEP-0380 §5).
    var seal: EncryptionTag? {
        payloads.text.isKeyOnly && message.bodies.isEmpty ? nil : payloads.text.encryption
    }

    var isSealed: Bool { seal != nil }

    /// Whether there is something to be read, be it only by others.
    var saysSomething: Bool { hasText || isSealed }

    var hasText: Bool { !message.bodies.isEmpty || !message.subjects.isEmpty }

    /// Whether there is text that is more than a stand-in for the reactions.
    private var hasOwnText: Bool {
        guard hasText else { return false }
        return !payloads.fallbacks.contains { $0.purpose == .reactions && $0.body == .whole }
    }

    private var content: EntryContent {
        let texts = Domain.LanguageMap(message.bodies)
        let details = details
        let seal = seal
        return EntryContent(
            direction: direction, kind: seal == nil ? EntryKind(message.type) : .undecryptable, author: author,
            sentAt: time, receivedAt: arrival.received, texts: texts,
            subjects: Domain.LanguageMap(message.subjects), thread: message.thread?.id,
            threadParent: message.thread?.parent, messageID: message.id,
            originID: originID, stanzaIDs: stanzaIDs, encryption: seal?.word,
            state: direction == .outgoing ? .onServer : nil, occupantID: occupantID, details: details,
            detectedLanguage: seal == nil ? texts.detectedLanguage(details, stamp: message.lang) : nil,
            isMarkable: payloads.isMarkable && direction == .incoming && seal == nil)
    }

    var author: String { message.from?.description ?? own.description }

    var originID: String? { OriginID(in: message.payloads)?.id }

    var stanzaIDs: [StanzaReference] { arrival.stanzaID.map { [$0] } ?? [] }

    /// Only a room can tell its occupants apart (XEP-0421 §5).
    var occupantID: String? { isInRoom ? payloads.occupantID : nil }

    var isInRoom: Bool { if case .room = incoming.authority { true } else { false } }

    /// When it was said: as the archive, or somebody else whom we believe, tells it.
    var time: Timestamp {
        let stamp =
            arrival.archived?.microseconds
            ?? (payloads.isDelayed
                ? Delay.best(in: message.payloads, from: incoming.authority, account: own)?.0.stamp.microseconds : nil)
        return stamp.map { Self.clamp($0, now: arrival.received) } ?? arrival.received
    }

    /// What another device of the account sent to somebody came to us as a copy, and reads like what we sent; so does
    /// what one of them, or this one, sent to the account itself.
    private static func direction(_ incoming: Incoming<Message>, _ own: BareJID) -> EntryDirection {
        guard let to = incoming.stanza.to?.bare else { return .incoming }
        if to == own {
            guard case .ownDevice = incoming.authority else { return .incoming }
            return .outgoing
        }
        guard incoming.passage != .direct else { return .incoming }
        switch incoming.authority {
        case .ownAccount, .ownDevice: return .outgoing
        case .ownServer, .room, .contact, .stranger: return .incoming
        }
    }

    private var kind: Conversation.Kind {
        switch incoming.authority {
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

extension Reason {
    /// Why somebody sent a message back.
    init(_ error: StanzaError?) {
        guard let error else {
            self.init(code: "undefined-condition", sentence: "The other side refused it.")
            return
        }
        let code = error.condition.rawValue
        self.init(code: code, sentence: "The other side refused it: \(code).")
    }
}
