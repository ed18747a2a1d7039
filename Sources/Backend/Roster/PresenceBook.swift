public import Domain
import XMPPAddresses

/// What one resource of a contact shows.
public struct ResourcePresence: Hashable, Sendable {
    public var resource: String
    public var show: OwnPresence.Show
    public var priority: Int8
    public var statuses: LanguageMap
}

/// What the resources of one address show.
struct ResourceList: Sendable, Equatable {
    /// Most resources kept of one address.
    static let limit = 32

    /// Highest priority first.
    private(set) var items: [ResourcePresence] = []

    var isEmpty: Bool { items.isEmpty }

    func contains(_ resource: String) -> Bool { items.contains { $0.resource == resource } }

    /// A resource shows this; returns whether that is news.
    mutating func set(_ presence: ResourcePresence) -> Bool {
        if let index = items.firstIndex(where: { $0.resource == presence.resource }) {
            guard items[index] != presence else { return false }
            items.remove(at: index)
        } else if items.count >= Self.limit {
            return false
        }
        let place = items.firstIndex { $0.priority < presence.priority } ?? items.endIndex
        items.insert(presence, at: place)
        return true
    }

    /// A resource is gone; returns whether that is news.
    mutating func remove(_ resource: String) -> Bool {
        guard let index = items.firstIndex(where: { $0.resource == resource }) else { return false }
        items.remove(at: index)
        return true
    }

    /// All resources are gone; returns whether that is news.
    mutating func removeAll() -> Bool {
        defer { items = [] }
        return !items.isEmpty
    }
}

/// Who is online, as far as we were told; memory only, since it is worth nothing after the stream.
struct PresenceBook: Sendable {
    private var lists: [BareJID: ResourceList] = [:]

    var jids: [BareJID] { Array(lists.keys) }

    subscript(jid: BareJID) -> ResourceList {
        get { lists[jid] ?? ResourceList() }
        set { lists[jid] = newValue.isEmpty ? nil : newValue }
    }
}
