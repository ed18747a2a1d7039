public import DBusWire
public import JSONText

/// Roster1: the contacts of an account.
extension AccountHandle {
    private var roster: BusObject { object("org.saluton.Roster1") }

    /// A page of contacts, and the cursor of the next one; nil after the last.
    public func contacts(
        from cursor: String, limit: UInt32, group: String?, subscription: String?, onlyOnline: Bool
    ) async throws(DaemonError) -> (contacts: [ContactShape], next: String?) {
        var options: [Value.Field] = []
        if let group { options.append(Value.Field("group", .string(group))) }
        if let subscription { options.append(Value.Field("subscription", .string(subscription))) }
        if onlyOnline { options.append(Value.Field("offline", .bool(false))) }
        let answer = try await roster.call("List", [.string(cursor), .uint32(limit), .fields(options)])
        let next = try answer.string(1)
        return (try answer.elements(0).map { ContactShape(JSON($0)) }, next.isEmpty ? nil : next)
    }

    public func contact(_ jid: String) async throws(DaemonError) -> ContactShape {
        ContactShape(JSON(.fields(try await roster.call("Get", [.string(jid)]).fields(0))))
    }

    /// - Parameter options: as Roster1.Add documents.
    public func addContact(_ jid: String, options: [Value.Field]) async throws(DaemonError) {
        _ = try await roster.call("Add", [.string(jid), .fields(options)], timeout: Self.patience)
    }

    /// - Parameter options: as Roster1.Set documents.
    public func setContact(_ jid: String, options: [Value.Field]) async throws(DaemonError) {
        _ = try await roster.call("Set", [.string(jid), .fields(options)], timeout: Self.patience)
    }

    public func removeContact(_ jid: String) async throws(DaemonError) {
        _ = try await roster.call("Remove", [.string(jid), .fields([])], timeout: Self.patience)
    }

    /// - Parameter subscribesToo: asks for their presence as well.
    public func approve(_ jid: String, subscribesToo: Bool) async throws(DaemonError) {
        let options: [Value.Field] = subscribesToo ? [Value.Field("subscribe", .bool(true))] : []
        _ = try await roster.call("Approve", [.string(jid), .fields(options)], timeout: Self.patience)
    }

    public func deny(_ jid: String) async throws(DaemonError) {
        _ = try await roster.call("Deny", [.string(jid), .fields([])], timeout: Self.patience)
    }

    public func requests() async throws(DaemonError) -> [RequestShape] {
        try await roster.call("Requests").elements(0).map { RequestShape(JSON($0)) }
    }

    public func rosterStatistics() async throws(DaemonError) -> JSON {
        JSON(.fields(try await roster.call("Statistics").fields(0)))
    }

    /// Removes contacts in bulk, or only tells which.
    /// - Parameter options: as Roster1.Purge documents.
    public func purge(options: [Value.Field]) async throws(DaemonError) -> [String] {
        try await roster.call("Purge", [.fields(options)], timeout: .seconds(600)).strings(0)
    }

    /// The daemon gives up by itself before this; it only guards against one that hangs.
    static let patience = Duration.seconds(60)
}
