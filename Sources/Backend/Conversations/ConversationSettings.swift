public import Domain
import Store

/// Settings of a conversation to be changed; `nil` leaves one as it is.
public struct ConversationSettings: Equatable, Sendable {
    public var isOpen: Bool?
    public var isPinned: Bool?
    public var mute: AccountChange.Setting<ConversationState.Mute>?
    public var retention: AccountChange.Setting<RetentionPeriod>?

    public init() {}

    /// What is to be stored, in the order above.
    func changes(of conversation: ConversationID) -> [Change] {
        var changes: [Change] = []
        if let isOpen { changes.append(.change(conversation, .setOpen(isOpen))) }
        if let isPinned { changes.append(.change(conversation, .setPinned(isPinned))) }
        if let mute { changes.append(.change(conversation, .setMute(mute.value))) }
        if let retention { changes.append(.setRetention(.conversation(conversation), retention.value)) }
        return changes
    }
}
