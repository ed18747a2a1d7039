import Backend
import BusAPI
import DBusWire
import Domain
import Store
import XMPPAddresses

/// All histories at once.
extension RootObject {
    func search(
        _ call: BusCall, query: String, limit: UInt32, options: Fields
    ) async throws(BusError) -> (entries: [Fields], next: String) {
        let wish = try SearchWish(query, options)
        let count = try page(limit)
        let found = try await onBus { () async throws(BackendError) in try await backend.search(wish, limit: count) }
        return (found.hits.map(Fields.init), found.next)
    }

    func setRetention(_ call: BusCall, seconds: UInt32) async throws(BusError) {
        try await onBus { () async throws(BackendError) in
            try await backend.setRetention(RetentionPeriod(number: seconds))
        }
        outlet.update { $0.retention = seconds }
    }
}

extension Fields {
    fileprivate init(_ hit: FoundPage.Hit) {
        self.init(hit.shown)
        let entry = hit.shown.entry
        set("account", entry.account.description)
        set("conversation", entry.conversation.description)
        set("peer", entry.peer)
        guard !hit.ranges.isEmpty else { return }
        set("matches", hit.ranges.map { Row(UInt32(clamping: $0.lowerBound), UInt32(clamping: $0.count)) })
    }
}

extension SearchWish {
    private static let keys = [
        "account", "conversation", "author", "before", "after", "language", "kind", "has", "order", "server",
        "cursor",
    ]

    /// Reads the arguments of `Manager1.Search`; unknown keys and wrong types fail.
    fileprivate init(_ text: String, _ options: Fields) throws(BusError) {
        try options.refuseUnknown(allowed: Self.keys)
        var query = SearchQuery(text: text)
        query.author = try options.get("author", as: String.self).map { (jid) throws(BusError) in
            try anyJID(jid).description
        }
        query.before = try options.get("before", as: Int64.self).map { Timestamp(microseconds: $0) }
        query.after = try options.get("after", as: Int64.self).map { Timestamp(microseconds: $0) }
        query.language = try options.get("language", as: String.self)
        if let name = try options.get("kind", as: String.self) {
            guard let kind = EntryKind(rawValue: name) else {
                throw BusError.invalidArguments.because("There is no kind of entry \(name).")
            }
            query.kinds = [kind]
        }
        for carried in try options.get("has", as: [String].self) ?? [] {
            switch carried {
            case "file": query.hasFile = true
            case "link": query.hasLink = true
            default: throw BusError.invalidArguments.because("has is file, link or both")
            }
        }
        if let name = try options.get("order", as: String.self) {
            guard let order = SearchQuery.Order(rawValue: name) else {
                throw BusError.invalidArguments.because("order is newest or best")
            }
            query.order = order
        }
        self.init(
            query: query, account: try options.get("account", as: String.self),
            peer: try options.get("conversation", as: String.self).map { (jid) throws(BusError) in
                try anyJID(jid).bare
            },
            asksServers: try options.get("server", as: Bool.self) ?? false,
            cursor: try options.get("cursor", as: String.self))
    }
}
