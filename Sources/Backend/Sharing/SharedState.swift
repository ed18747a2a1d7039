import Domain
import Store
import XMLStreams
import XMPPAddresses
import XMPPExtensions

/// What the devices of an account share through its server: what the server has, and what it is still to be told.
struct SharedState {
    /// Conversations that are remembered of each kind at most; a server has fewer.
    static let limit = 2_000
    /// A server that gives so many items may have dropped others: what it lacks is no loss to be made good.
    static let crowd = 200
    /// Markers that a login brings up to date at most, the newest first.
    static let catchUp = 50

    // What the server has, as far as this session knows.

    /// Whether the server may be given anything private; `nil`: not asked yet.
    var isOffered: Bool?
    /// Whether all that follows was fetched; events tell the rest.
    var isKnown = false
    var displayed: [BareJID: StanzaReference] = [:]
    var chats: [BareJID: SharedSettings] = [:]
    var rooms: [BareJID: SharedSettings] = [:]
    /// What events told while everything was being fetched, which is newer than the answer; `nil`: nothing is.
    var newer: [Namespace: Set<BareJID>]?
    /// Whose settings the store is still to be given.
    var arrived: Set<BareJID> = []

    // What happened here.

    /// Conversations that were read.
    var read: Set<ConversationID> = []
    /// What was set in which conversations; kept over restarts.
    var changed: [ConversationID: UntoldSettings] = [:]
    /// Conversations whose new settings are on their way into the store, and how often: what stands there is not told.
    private(set) var pending: [ConversationID: Int] = [:]
    /// Whether there may be something to do.
    var isWanted = false

    init(changed: [ConversationID: UntoldSettings] = [:]) { self.changed = changed }

    /// A new session knows nothing of the server.
    mutating func forgetServer() {
        let before = self
        self = SharedState()
        read = before.read
        changed = before.changed
        pending = before.pending
        isWanted = before.isWanted
    }

    // MARK: Changes made here

    /// Notes conversations whose settings a batch changes, before it is committed; returns them.
    mutating func beginSettings(_ changes: [Change]) -> Set<ConversationID> {
        var found: Set<ConversationID> = []
        for change in changes {
            let (conversation, aspect): (ConversationID, UntoldSettings.Aspects)
            switch change {
            case .change(let id, .setMute): (conversation, aspect) = (id, .mute)
            case .change(let id, .setPinned): (conversation, aspect) = (id, .pin)
            case .setRetention(.conversation(let id), _): (conversation, aspect) = (id, .retention)
            default: continue
            }
            guard changed.count < Self.limit || changed[conversation] != nil else { continue }
            changed[conversation, default: UntoldSettings()].note(aspect)
            found.insert(conversation)
        }
        for conversation in found { pending[conversation, default: 0] += 1 }
        return found
    }

    /// The batch was committed, or it failed.
    mutating func endSettings(_ conversations: Set<ConversationID>) {
        for conversation in conversations {
            guard let count = pending[conversation], count > 1 else {
                pending[conversation] = nil
                continue
            }
            pending[conversation] = count - 1
        }
    }

    /// Notes what was read with a batch, and conversations that came to be; true when there is something to tell or to
    /// do.
    mutating func noteReading(_ changes: [Change], _ committed: Committed) -> Bool {
        var isMoved = false
        for (change, outcome) in zip(changes, committed.outcomes) {
            let conversation: ConversationID
            switch (change, outcome) {
            case (.change(let id, .read), .done): conversation = id
            // A device that knows nothing of this node, by a marker to the sender; or by writing.
            case (.act(let act), .acted(_, let id)) where act.kind == .display && act.direction == .outgoing:
                conversation = id
            case (.send, .added(_, let id)): conversation = id
            default: continue
            }
            guard read.count < Self.limit else { continue }
            read.insert(conversation)
            isMoved = true
        }
        for conversation in committed.opened where chats[conversation.peer] ?? rooms[conversation.peer] != nil {
            arrived.insert(conversation.peer)
            isMoved = true
        }
        return isMoved
    }

    // MARK: What the server says

    /// What the server has of a conversation's settings; `nil`: nothing.
    func settings(of conversation: Conversation) -> SharedSettings? {
        switch conversation.kind {
        case .chat: chats[conversation.peer]
        case .room: rooms[conversation.peer]
        case .server: nil
        }
    }

    mutating func setDisplayed(_ marker: DisplayedMarker) {
        guard displayed.count < Self.limit || displayed[marker.peer] != nil else { return }
        displayed[marker.peer] = StanzaReference(id: marker.id, by: marker.by.description)
    }

    /// `nil`: there is no item any more.
    mutating func set(_ settings: SharedSettings?, of peer: BareJID, in node: Namespace) {
        let path: WritableKeyPath<SharedState, [BareJID: SharedSettings]> =
            node == .bookmarks ? \.rooms : \.chats
        guard self[keyPath: path].count < Self.limit || self[keyPath: path][peer] != nil || settings == nil else {
            return
        }
        self[keyPath: path][peer] = settings
        arrived.insert(peer)
    }

    /// What an event says, when it is committed.
    mutating func take(_ event: PersonalEvent, account: BareJID) {
        switch event.change {
        case .items(let items, let retracted):
            for item in items { take(item, of: event.node, account: account) }
            for peer in retracted.compactMap({ try? BareJID($0) }) { remove(peer, from: event.node) }
        case .emptied:
            switch event.node {
            case .displayedSync: displayed = [:]
            case .bookmarks: for peer in rooms.keys { remove(peer, from: event.node) }
            default: for peer in chats.keys { remove(peer, from: event.node) }
            }
        }
    }

    private mutating func take(_ item: PubSubItem, of node: Namespace, account: BareJID) {
        guard let peer = fetched(item, of: node, account: account) else { return }
        newer?[node, default: []].insert(peer)
    }

    /// Takes an item; `nil`: it is none of this node.
    @discardableResult
    mutating func fetched(_ item: PubSubItem, of node: Namespace, account: BareJID) -> BareJID? {
        switch node {
        case .displayedSync:
            guard let marker = DisplayedMarker(item, account: account) else { return nil }
            setDisplayed(marker)
            return marker.peer
        case .bookmarks:
            guard let bookmark = Bookmark(item) else { return nil }
            set(bookmark.settings(for: .desktop), of: bookmark.room, in: node)
            return bookmark.room
        default:
            guard let chat = ChatSettingsItem(item) else { return nil }
            set(chat.settings(for: .desktop), of: chat.peer, in: node)
            return chat.peer
        }
    }

    private mutating func remove(_ peer: BareJID, from node: Namespace) {
        newer?[node, default: []].insert(peer)
        guard node != .displayedSync else {
            displayed[peer] = nil
            return
        }
        // Whoever removes the settings of a chat wants the standard; without a bookmark nothing is said of a room.
        set(node == .conversationSettings ? SharedSettings() : nil, of: peer, in: node)
    }
}

extension ChatNotificationSettings.Identity {
    /// What this program is (XEP-0030 §3.1, XEP-0492 §2.2).
    static let desktop = Self(category: "client", type: "pc")
}
