public import Backend
public import Domain
import Store
import XMPPAddresses

/// What notifications must know of a conversation.
public struct ConversationFacts: Hashable, Sendable {
    public var account: AccountID
    /// The user's name for the other side, or its address.
    public var name: String
    /// Whether the other side is in the roster.
    public var isContact: Bool
    public var isRoom: Bool
    public var unread: Int
    /// `nil`: nothing is muted now.
    public var mute: ConversationState.Mute.Level?
    /// Whether the account does not want to be disturbed.
    public var isQuiet: Bool

    public init(
        account: AccountID, name: String, isContact: Bool = true, isRoom: Bool = false, unread: Int = 1,
        mute: ConversationState.Mute.Level? = nil, isQuiet: Bool = false
    ) {
        self.account = account
        self.name = name
        self.isContact = isContact
        self.isRoom = isRoom
        self.unread = unread
        self.mute = mute
        self.isQuiet = isQuiet
    }
}

/// What the user did with a notification.
public enum NotificationWish: Hashable, Sendable {
    /// Frontends are told; `token` lets one of them come to the front (xdg-activation), empty: none.
    case open(ConversationID, token: String)
    /// Up to an entry.
    case markRead(ConversationID, EntryID)
    case reply(ConversationID, String)
    case accept(AccountID, String)
    case deny(AccountID, String)
}

/// What notifications need of the daemon.
public protocol NotificationHost: Sendable {
    var notificationSettings: NotificationSettings { get async }
    /// `nil`: there is no such conversation any more.
    func facts(of conversation: ConversationID) async -> ConversationFacts?
    /// The addresses that wait to be let see the account's presence; `nil`: it does not want to be disturbed.
    func waitingRequests(of account: AccountID) async -> [String]?
    /// Does it; returns why not, when not.
    func fulfil(_ wish: NotificationWish) async -> String?
}

extension Backend: NotificationHost {
    public func facts(of conversation: ConversationID) async -> ConversationFacts? {
        guard let found = try? await surroundings.store.conversation(conversation),
            let service = account(found.account)
        else { return nil }
        let contact = try? await service.contact(found.peer).contact
        var mute = found.state.mute
        if let until = mute?.until, until <= surroundings.now() { mute = nil }
        return ConversationFacts(
            account: found.account, name: contact?.name ?? found.peer.description, isContact: contact != nil,
            isRoom: found.kind == .room, unread: found.state.unread, mute: mute?.level,
            isQuiet: await service.snapshot.presence.show == .dnd)
    }

    public func waitingRequests(of account: AccountID) async -> [String]? {
        guard let service = self.account(account), await service.snapshot.presence.show != .dnd else { return nil }
        return try? await service.requests().map(\.jid.description)
    }

    public func fulfil(_ wish: NotificationWish) async -> String? {
        do throws(BackendError) {
            switch wish {
            case .open(let conversation, let token): try await activate(conversation, token)
            case .markRead(let conversation, let entry): try await markRead(conversation, entry)
            case .reply(let conversation, let text): try await reply(text, in: conversation)
            case .accept(let account, let jid):
                let (service, peer) = try await request(account, jid)
                try await service.approve(peer, subscribe: true)
            case .deny(let account, let jid):
                let (service, peer) = try await request(account, jid)
                try await service.deny(peer)
            }
            return nil
        } catch {
            return error.sentence
        }
    }
}
