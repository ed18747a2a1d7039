import Backend
import BusAPI
import DBusWire
import Domain
import XMPPAddresses

/// The roster of one account on the bus.
final class RosterObject: Roster1Service {
    private let service: AccountService

    init(service: AccountService) { self.service = service }

    func list(
        _ call: BusCall, cursor: String, limit: UInt32, options: Fields
    ) async throws(BusError) -> (contacts: [Fields], next: String) {
        try options.refuseUnknown(allowed: ["group", "subscription", "offline"])
        guard (1...500).contains(limit) else { throw BusError.invalidArguments.because("limit is 1-500") }
        var filter = RosterFilter()
        filter.group = try options.get("group", as: String.self)
        if let text = try options.get("subscription", as: String.self) {
            guard let subscription = Subscription(rawValue: text) else {
                throw BusError.invalidArguments.because("subscription is none, to, from or both")
            }
            filter.subscription = subscription
        }
        filter.onlineOnly = try options.get("offline", as: Bool.self) == false
        let page = await service.roster(after: cursor, limit: Int(limit), filter)
        return (page.contacts.map(Fields.init), page.next ?? "")
    }

    func get(_ call: BusCall, jid: String) async throws(BusError) -> Fields {
        let jid = try bareJID(jid)
        return Fields(try await onBus { () async throws(BackendError) in try await service.contact(jid) })
    }

    func add(_ call: BusCall, jid: String, options: Fields) async throws(BusError) {
        try options.refuseUnknown(allowed: ["name", "groups", "subscribe", "message", "approve"])
        let jid = try bareJID(jid)
        let wish = ContactWish(
            name: try options.get("name", as: String.self), groups: try options.get("groups", as: [String].self),
            subscribe: try options.get("subscribe", as: Bool.self) ?? true,
            message: try options.get("message", as: String.self),
            approve: try options.get("approve", as: Bool.self) ?? true)
        try await onBus { () async throws(BackendError) in try await service.addContact(jid, wish) }
    }

    func set(_ call: BusCall, jid: String, options: Fields) async throws(BusError) {
        try options.refuseUnknown(allowed: ["name", "groups"])
        let jid = try bareJID(jid)
        let name = try options.get("name", as: String.self)
        let groups = try options.get("groups", as: [String].self)
        try await onBus { () async throws(BackendError) in
            try await service.setContact(jid, name: name, groups: groups)
        }
    }

    func remove(_ call: BusCall, jid: String, options: Fields) async throws(BusError) {
        try options.refuseUnknown(allowed: [])
        let jid = try bareJID(jid)
        try await onBus { () async throws(BackendError) in try await service.removeContact(jid) }
    }

    func approve(_ call: BusCall, jid: String, options: Fields) async throws(BusError) {
        try options.refuseUnknown(allowed: ["subscribe"])
        let jid = try bareJID(jid)
        let subscribe = try options.get("subscribe", as: Bool.self) ?? false
        try await onBus { () async throws(BackendError) in try await service.approve(jid, subscribe: subscribe) }
    }

    func deny(_ call: BusCall, jid: String, options: Fields) async throws(BusError) {
        try options.refuseUnknown(allowed: [])
        let jid = try bareJID(jid)
        try await onBus { () async throws(BackendError) in try await service.deny(jid) }
    }

    func requests(_ call: BusCall) async throws(BusError) -> [Fields] {
        let requests = try await onBus { () async throws(BackendError) in try await service.requests() }
        return requests.map { request in
            var fields: Fields = [
                "jid": .string(request.jid.description), "received": .int64(request.receivedAt.microseconds),
            ]
            if let text = request.statuses.first?.text { fields.set("text", text) }
            fields.set("nick", request.nickname)
            return fields
        }
    }

    func statistics(_ call: BusCall) async throws(BusError) -> Fields {
        let sums = await service.statistics()
        var fields: Fields = [:]
        for (name, count) in sums.counts { fields.set(name, UInt32(clamping: count)) }
        fields.set("groups", OrderedEntries(sums.groups.map { ($0.name, UInt32(clamping: $0.count)) }))
        return fields
    }

    func purge(_ call: BusCall, options: Fields) async throws(BusError) -> [String] {
        try options.refuseUnknown(allowed: ["dry-run", "no-from", "no-to", "group"])
        let wish = PurgeWish(
            withoutFrom: try options.get("no-from", as: Bool.self) ?? false,
            withoutTo: try options.get("no-to", as: Bool.self) ?? false,
            group: try options.get("group", as: String.self))
        let dryRun = try options.get("dry-run", as: Bool.self) ?? true
        let jids = try await onBus { () async throws(BackendError) in
            try await service.purge(wish, carryingOut: !dryRun)
        }
        return jids.map(\.description)
    }
}

extension Fields {
    init(_ known: KnownContact) {
        let contact = known.contact
        self = ["jid": .string(contact.jid.description)]
        set("name", contact.name)
        set("groups", contact.groups)
        set("subscription", contact.subscription.rawValue)
        set("ask", contact.isAsked)
        set("approved", contact.isApproved)
        set(
            "resources",
            known.resources.map { presence -> Fields in
                var fields: Fields = ["resource": .string(presence.resource), "show": .string(presence.show.rawValue)]
                fields.set("priority", Int16(presence.priority))
                fields.set("statuses", OrderedEntries(presence.statuses))
                return fields
            })
    }
}
