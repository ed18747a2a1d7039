public import Domain
import XMPPAddresses

/// What one resource of a contact shows.
public struct ResourcePresence: Hashable, Sendable {
    public var resource: String
    public var show: OwnPresence.Show
    public var priority: Int8
    public var statuses: LanguageMap
}

/// Who is online, as far as we were told; memory only, since it is worth nothing after the stream.
struct PresenceBook: Sendable {
    /// Most resources kept of one contact.
    static let resourceLimit = 32

    private var resources: [BareJID: [ResourcePresence]] = [:]

    /// The resources of a contact, highest priority first.
    subscript(jid: BareJID) -> [ResourcePresence] { resources[jid] ?? [] }

    /// How many contacts are online.
    var count: Int { resources.count }

    /// Somebody shows this; returns whether that is news.
    mutating func set(_ presence: ResourcePresence, of jid: BareJID) -> Bool {
        var known = resources[jid] ?? []
        if let index = known.firstIndex(where: { $0.resource == presence.resource }) {
            guard known[index] != presence else { return false }
            known.remove(at: index)
        } else if known.count >= Self.resourceLimit {
            return false
        }
        let place = known.firstIndex { $0.priority < presence.priority } ?? known.endIndex
        known.insert(presence, at: place)
        resources[jid] = known
        return true
    }

    /// A resource is gone, or all of them where none is named; returns whether that is news.
    mutating func remove(_ resource: String?, of jid: BareJID) -> Bool {
        guard var known = resources[jid] else { return false }
        let before = known.count
        if let resource { known.removeAll { $0.resource == resource } } else { known = [] }
        resources[jid] = known.isEmpty ? nil : known
        return known.count != before
    }

    mutating func removeAll() { resources = [:] }
}
