public import Domain

/// Which contacts a frontend wants to see.
public struct RosterFilter: Sendable {
    /// Only of this group.
    public var group: String?
    /// Only in this state.
    public var subscription: Subscription?
    public var onlineOnly = false

    public init() {}

    func matches(_ contact: Contact, isOnline: Bool) -> Bool {
        if onlineOnly, !isOnline { return false }
        if let subscription, contact.subscription != subscription { return false }
        if let group, !contact.groups.contains(group) { return false }
        return true
    }
}

/// A contact with what it shows now.
public struct KnownContact: Sendable {
    public var contact: Contact
    /// Highest priority first; empty when offline.
    public var resources: [ResourcePresence]
}

/// A page of the roster, in the order of addresses.
public struct RosterPage: Sendable {
    public var contacts: [KnownContact]
    /// Where the next page begins; `nil`: there is none.
    public var next: String?
}

/// Counts over a roster; the names are those of the bus.
public struct RosterStatistics: Sendable {
    public var counts: [(name: String, count: Int)]
    public var groups: [(name: String, count: Int)]

    init(_ contacts: [Contact], online: Int) {
        let number = { (test: (Contact) -> Bool) in contacts.reduce(0) { $0 + (test($1) ? 1 : 0) } }
        counts = [("total", contacts.count)]
        counts += Subscription.allCases.map { state in (state.rawValue, number { $0.subscription == state }) }
        counts += [
            ("asked", number(\.isAsked)), ("without-group", number { $0.groups.isEmpty }), ("online", online),
        ]
        var sizes: [String: Int] = [:]
        for group in contacts.flatMap(\.groups) { sizes[group, default: 0] += 1 }
        groups = sizes.map { ($0.key, $0.value) }.sorted { $0.name < $1.name }
    }
}

/// Which contacts are to be removed in bulk.
public struct PurgeWish: Sendable {
    /// Those who may not see us.
    public var withoutFrom: Bool
    /// Those we may not see.
    public var withoutTo: Bool
    /// Only in this group.
    public var group: String?

    public init(withoutFrom: Bool, withoutTo: Bool, group: String?) {
        self.withoutFrom = withoutFrom
        self.withoutTo = withoutTo
        self.group = group
    }

    /// Without either condition: those with no subscription at all and none asked for.
    func concerns(_ contact: Contact) -> Bool {
        if let group, !contact.groups.contains(group) { return false }
        let from = contact.subscription.showsOurs
        let to = contact.subscription.showsTheirs
        if withoutFrom || withoutTo { return (!withoutFrom || !from) && (!withoutTo || !to) }
        return contact.subscription == .none && !contact.isAsked
    }
}
