public import XMLStreams
public import XMPPAddresses
import XMPPStanzas

extension Namespace {
    /// PEP Native Bookmarks (XEP-0402 §2): the node, and what its items hold.
    public static let bookmarks: Namespace = "urn:xmpp:bookmarks:1"
}

/// A room that the user has kept, as its item has it (XEP-0402 §2).
///
/// Whatever else the item holds stays in it when it is published again (§3.4).
public struct Bookmark: Hashable, Sendable {
    public let room: BareJID
    private var conference: Element

    /// Reads an item; `nil` when it is not about one room.
    public init?(_ item: PubSubItem) {
        guard let room = BareJID(xmlText: item.id), let payload = item.payload, payload.has("conference", .bookmarks)
        else { return nil }
        self.room = room
        conference = payload
    }

    /// What the user calls the room; `nil`: nothing.
    public var name: String? { conference[attribute: "name"] }
    /// Whether each device joins it when it comes online.
    public var isJoined: Bool { conference[attribute: "autojoin"].flatMap(Bool.init(xmlText:)) ?? false }
    /// What the user is called there; `nil`: as everywhere.
    public var nickname: String? { conference.child("nick", .bookmarks)?.text }

    /// What the devices share about the conversation in the room.
    public func settings(for identity: ChatNotificationSettings.Identity) -> SharedSettings {
        SharedSettings(in: conference.child("extensions", .bookmarks), for: identity)
    }

    public mutating func set(_ settings: SharedSettings, for identity: ChatNotificationSettings.Identity) {
        var extensions = conference.child("extensions", .bookmarks) ?? Element("extensions", .bookmarks)
        settings.write(into: &extensions, for: identity)
        conference.replaceChild(with: extensions)
    }

    public var item: PubSubItem { PubSubItem(id: room.description, payload: conference) }
}

extension Element {
    /// Puts an element in the place of the first child of its name, or behind all others.
    mutating func replaceChild(with new: Element) {
        let index = children.firstIndex { if case .element(let old) = $0 { old.name == new.name } else { false } }
        if let index { children[index] = .element(new) } else { children.append(.element(new)) }
    }

    /// Removes the children of a name.
    mutating func removeChildren(_ local: String, _ namespace: Namespace) {
        children.removeAll { if case .element(let old) = $0 { old.has(local, namespace) } else { false } }
    }
}
