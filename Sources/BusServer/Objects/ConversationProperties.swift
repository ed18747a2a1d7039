import BusAPI
import DBusWire
import Domain
import XMPPAddresses

extension Conversation1.Properties {
    /// What is true of a conversation now.
    init(_ conversation: Conversation) {
        let state = conversation.state
        self.init(
            id: conversation.id.description, account: BusPaths.account(conversation.account),
            jid: conversation.peer.description, kind: conversation.kind == .room ? "room" : "chat",
            unread: UInt32(clamping: state.unread), mentions: UInt32(clamping: state.mentions),
            readUpTo: state.read?.entry.description ?? "", draft: Fields(state.draft), chatStates: [:],
            settings: Fields(state))
    }
}

extension Fields {
    fileprivate init(_ draft: ConversationState.Draft?) {
        self = [:]
        guard let draft else { return }
        set("text", draft.text)
        set("reply-to", draft.reply?.description)
        set("time", draft.time.microseconds)
    }

    /// Those that differ from the default.
    fileprivate init(_ state: ConversationState) {
        self = [:]
        if !state.isOpen { set("open", false) }
        if state.isPinned { set("pinned", true) }
        if let mute = state.mute {
            // Whatever is silent for a time is so for all; then only the time is told.
            if mute.until == nil || mute.level != .all { set("notify", mute.level == .all ? "none" : "mentions") }
            set("muted-until", mute.until?.microseconds)
        }
        set("retention", state.retention?.number)
    }
}
