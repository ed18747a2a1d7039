public import XMLStreams
public import XMPPAddresses
import XMPPStanzas

extension Namespace {
    /// Our own: settings of chats in a private node, and what there is no specification for
    /// (`docs/shared-settings.md`).
    public static let conversationSettings: Namespace = "https://saluton.org/protocol/conversations/0"
}

/// What the user's devices share about one conversation.
///
/// For rooms it stands in the extensions of the bookmark (XEP-0402 §2), for chats in an item of our own node that is
/// made in the same way: bookmarks are for rooms only.
public struct SharedSettings: Hashable, Sendable {
    /// How long its entries are kept on every device.
    public enum Retention: Hashable, Sendable {
        case forever
        /// 1 or more.
        case seconds(UInt32)
    }

    /// `nil`: nothing is said.
    public var notification: ChatNotificationSettings.Choice?
    public var isPinned: Bool
    /// `nil`: each device decides.
    public var retention: Retention?

    public init(
        notification: ChatNotificationSettings.Choice? = nil, isPinned: Bool = false, retention: Retention? = nil
    ) {
        self.notification = notification
        self.isPinned = isPinned
        self.retention = retention
    }

    /// Reads what an element holds among other things; nothing: the standard.
    public init(in container: Element?, for identity: ChatNotificationSettings.Identity) {
        self.init()
        guard let container else { return }
        notification = container.child("notify", .notificationSettings).flatMap(ChatNotificationSettings.init)?
            .choice(for: identity)
        isPinned = Pinning.isPinned(container)
        retention = container.child("retention", .conversationSettings)?[attribute: "seconds"].flatMap(Self.retention)
    }

    /// Changes what differs, and leaves the rest of the element as it is.
    public func write(into container: inout Element, for identity: ChatNotificationSettings.Identity) {
        let old = SharedSettings(in: container, for: identity)
        // Silence and "always" are the same for a chat (XEP-0492 §3).
        if old.notification ?? .init(.always) != notification ?? .init(.always) {
            let known = container.child("notify", .notificationSettings).flatMap(ChatNotificationSettings.init)
            var settings = known ?? ChatNotificationSettings()
            settings.set(notification ?? .init(.always), for: identity)
            container.replaceChild(with: settings.element)
        }
        Pinning.set(isPinned, in: &container)
        guard old.retention != retention else { return }
        container.removeChildren("retention", .conversationSettings)
        if let retention {
            let text =
                switch retention {
                case .forever: "0"
                case .seconds(let seconds): String(seconds)
                }
            container.children.append(.element(Element("retention", .conversationSettings, ["seconds": text])))
        }
    }

    private static func retention(_ text: String) -> Retention? {
        UInt32(xmlText: text).map { $0 == 0 ? .forever : .seconds($0) }
    }
}

/// The settings of a chat as its item has them; whatever else the item holds stays in it.
public struct ChatSettingsItem: Hashable, Sendable {
    public let peer: BareJID
    private var chat: Element

    /// Nothing is said yet.
    public init(peer: BareJID) {
        self.peer = peer
        chat = Element("chat", .conversationSettings)
    }

    /// `nil` when it is not about one chat.
    public init?(_ item: PubSubItem) {
        guard let peer = BareJID(xmlText: item.id), let payload = item.payload,
            payload.has("chat", .conversationSettings)
        else { return nil }
        self.peer = peer
        chat = payload
    }

    public func settings(for identity: ChatNotificationSettings.Identity) -> SharedSettings {
        SharedSettings(in: chat, for: identity)
    }

    public mutating func set(_ settings: SharedSettings, for identity: ChatNotificationSettings.Identity) {
        settings.write(into: &chat, for: identity)
    }

    public var item: PubSubItem { PubSubItem(id: peer.description, payload: chat) }
}
