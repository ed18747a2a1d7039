import Domain
public import XMPPAddresses
public import XMPPExtensions
import XMPPSessions
import XMPPStanzas

extension AccountService {
    /// What the others in a conversation do now, by address: a bare one, in rooms that of the occupant.
    public func chatStates(in peer: BareJID) -> [String: ChatState] { chatStates[peer] }

    /// Tells somebody what the user does in the conversation, if they want to hear it; returns whether they were told.
    ///
    /// They want to hear it when their own messages say such things (XEP-0085 §5.1); the same is not told twice in a row
    /// (§5.3).  Only those who see our presence are told (§9), and only while they are online.  Nothing is kept for
    /// later.  Messages say by themselves that the user is active.
    @discardableResult
    public func sendChatState(_ state: ChatState, to peer: BareJID) -> Bool {
        guard manners.sendsChatStates, isOnline, peer != jid, book.standing(peer).contains(.sees) else { return false }
        guard !resources(of: peer).isEmpty, partners.tells(state, peer) else { return false }
        let message = Message(type: .chat, to: .bare(peer), id: RandomID.make(), payloads: [state.element])
        sendCourtesy(Courtesy(stanza: message.element))
        lastAct.note(surroundings.now())
        return true
    }

    /// Whether a message to somebody says that the user is active (XEP-0085 §5.1).
    func saysActive(to peer: String, _ kind: EntryKind) -> Bool {
        guard manners.sendsChatStates, kind == .chat, let peer = try? JID(peer).bare else { return false }
        return partners.tellsActive(peer)
    }

    /// Notes what a message says of its sender; news come into effect once the batch is stored.
    ///
    /// Only what came just now counts, from those whom we know: the state of a stranger is of no use to anybody.
    func noteChatState(
        of incoming: Incoming<Message>, _ payloads: MessagePayloads, isContent: Bool, _ outcome: inout BatchOutcome
    ) {
        guard payloads.chatState != nil || isContent, !payloads.isDelayed else { return }
        let message = incoming.stanza
        guard message.type == .chat || message.type == .groupchat, let from = message.from else { return }
        switch incoming.passage {
        case .direct, .copied: break
        case .archived: return
        }
        switch incoming.authority {
        case .contact: outcome.note(payloads.chatState, of: from.bare.description, in: from.bare, isContent)
        case .room where from.resource != nil && payloads.chatState != .gone:  // XEP-0085 §5.5
            outcome.note(payloads.chatState, of: from.description, in: from.bare, isContent)
        case .room, .stranger, .ownAccount, .ownDevice, .ownServer: return
        }
    }

    func apply(_ notes: [BatchOutcome.ChatStateNote]) {
        var changed: Set<BareJID> = []
        for note in notes {
            partners.heard(from: note.peer, hasState: note.state != nil, isContent: note.isContent)
            // Whoever has sent a message is not composing it any more.
            let isNews =
                note.state.map { chatStates.note($0, of: note.person, in: note.peer, at: surroundings.clock.now) }
                ?? chatStates.forget(note.person, in: note.peer)
            if isNews { changed.insert(note.peer) }
        }
        tellChatStates(changed)
    }

    /// Who is gone does nothing.
    func forgetChatStates(of peer: BareJID) {
        if chatStates.forget(peer) { tellChatStates([peer]) }
    }

    /// Nobody tells us any more what they do.
    func forgetChatStates() {
        let peers = chatStates.peers
        chatStates = ChatStateBook()
        partners.forgetTold()
        tellChatStates(Set(peers))
    }

    private func tellChatStates(_ peers: Set<BareJID>) {
        guard !isRetired else { return }
        for peer in peers { surroundings.observer.chatStates(chatStates[peer], in: peer, of: id) }
        awaitChatStates()
    }

    /// Wakes when the next state is believed no longer; not at all when there is none.
    private func awaitChatStates() {
        chatStateTimer?.cancel()
        chatStateTimer = nil
        guard let end = chatStates.nextEnd else { return }
        let clock = surroundings.clock
        chatStateTimer = Task {
            guard (try? await clock.sleep(until: end)) != nil else { return }
            tellChatStates(Set(chatStates.expire(at: clock.now)))
        }
    }
}
