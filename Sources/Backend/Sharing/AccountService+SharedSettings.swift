import Domain
import Logging
import Store
import XMLStreams
import XMPPAddresses
import XMPPExtensions
import XMPPSessions

/// Mutes, pins and retention, the same on all devices: of each the last one to tell the server has it.
extension AccountService {
    /// What is set here for a conversation, in the form that can be compared.
    func settings(of conversation: Conversation) async throws(StoreError) -> SharedSettings {
        let retention = try await surroundings.store.retention(.conversation(conversation.id))
        return SharedSettings(conversation.state, retention, now: surroundings.now())
    }

    // MARK: From the server

    /// Gives the store what other devices have set.
    func keepArrived() async {
        var later: Set<BareJID> = []
        while let peer = shared.arrived.popFirst() {
            do throws(StoreError) {
                if try await !keepSettings(of: peer) { later.insert(peer) }
            } catch {
                log.error("cannot store the settings of another device", metadata: ["error": "\(error)"])
            }
        }
        guard !later.isEmpty else { return }
        shared.arrived.formUnion(later)
        shared.isWanted = true
    }

    /// False: the user changes something at the moment.
    private func keepSettings(of peer: BareJID) async throws(StoreError) -> Bool {
        let store = surroundings.store
        var known = try await store.conversation(of: id, with: peer)
        // What was never spoken with here stays so, unless it is to stand above the others.
        if known == nil, shared.chats[peer]?.isPinned == true {
            try await store.commit(Batch([.openConversation(id, peer: peer, .chat)]))
            known = try await store.conversation(of: id, with: peer)
        }
        guard let conversation = known else { return true }
        let untold = shared.changed[conversation.id]
        guard let theirs = shared.settings(of: conversation)?.standardised(now: surroundings.now()) else {
            return true
        }
        let ours = try await settings(of: conversation)
        // What was set here and not told yet is newer.
        let wanted = theirs.adopting(untold?.aspects ?? [], from: ours)
        var changes: [Change] = []
        if ours.notification != wanted.notification { changes.append(.change(conversation.id, .setMute(wanted.mute))) }
        if ours.isPinned != wanted.isPinned { changes.append(.change(conversation.id, .setPinned(wanted.isPinned))) }
        if ours.retention != wanted.retention {
            changes.append(.setRetention(.conversation(conversation.id), wanted.period))
        }
        guard !changes.isEmpty else { return true }
        guard shared.changed[conversation.id] == untold, shared.pending[conversation.id] == nil else { return false }
        // Past the notice that is taken of what the user does.
        try await store.commit(Batch(changes))
        if ours.retention != wanted.retention { await surroundings.sweeper.look() }
        return true
    }

    // MARK: To the server

    func tellSettings(_ session: Session) async throws {
        guard shared.isOffered == true, !shared.changed.isEmpty else { return }
        var told: [ConversationID] = []
        for (conversation, untold) in shared.changed where shared.pending[conversation] == nil {
            guard try await tellSettings(of: conversation, untold.aspects, session) else { continue }
            if shared.changed[conversation] == untold {
                shared.changed[conversation] = nil
                told.append(conversation)
            }
        }
        guard !told.isEmpty else { return }
        let setting = UntoldText.setting(id)
        try await surroundings.store.commit(Batch([.setSetting(setting, UntoldText.text(shared.changed))]))
    }

    /// Puts what was set here into the item of the server as it is now; false: there is no item it could stand in.
    private func tellSettings(
        of id: ConversationID, _ aspects: UntoldSettings.Aspects, _ session: Session
    ) async throws -> Bool {
        guard let conversation = try await surroundings.store.conversation(id), conversation.account == self.id
        else { return true }
        let ours = try await settings(of: conversation)
        let peer = conversation.peer
        let node: Namespace = conversation.kind == .room ? .bookmarks : .conversationSettings
        switch conversation.kind {
        case .server: return true
        case .room:
            // One that we made would have other devices leave a room that they are in (XEP-0402 §4).
            guard shared.rooms[peer] != nil,
                var bookmark = try await item(peer, of: node, session).flatMap(Bookmark.init)
            else { return false }
            let theirs = bookmark.settings(for: .desktop)
            let wanted = theirs.adopting(aspects, from: ours)
            if isDifferent(theirs, wanted) {
                bookmark.set(wanted, for: .desktop)
                try await session.publishPrivately(bookmark.item, to: node)
            }
        case .chat:
            let known = try await item(peer, of: node, session).flatMap(ChatSettingsItem.init)
            var chat = known ?? ChatSettingsItem(peer: peer)
            let theirs = chat.settings(for: .desktop)
            let wanted = theirs.adopting(known == nil ? .all : aspects, from: ours)
            if isDifferent(theirs, wanted) {
                chat.set(wanted, for: .desktop)
                try await session.publishPrivately(chat.item, to: node)
            }
        }
        return true
    }

    private func item(_ peer: BareJID, of node: Namespace, _ session: Session) async throws -> PubSubItem? {
        try await session.items(of: node, [peer.description], limit: 1).first { $0.id == peer.description }
    }

    /// An end that has passed is a difference: not every program knows of it.
    private func isDifferent(_ theirs: SharedSettings, _ ours: SharedSettings) -> Bool {
        var theirs = theirs
        if theirs.notification?.level == .always { theirs.notification = nil }
        return theirs != ours
    }
}
